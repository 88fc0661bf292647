interface TokenLogoProps {
  readonly icon: string | undefined;
  readonly symbol: string;
  /** Side in pixels. */
  readonly size: number;
}

/** A token's logo, or the first letter of its symbol. Always beside its name, so it says nothing aloud. */
export function TokenLogo({ icon, symbol, size }: TokenLogoProps) {
  if (icon === undefined) return <LetterLogo symbol={symbol} size={size} />;
  return (
    <img
      src={`/token-icon/${icon}`}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      className="inline-block shrink-0 rounded-4"
    />
  );
}

function LetterLogo({ symbol, size }: Omit<TokenLogoProps, 'icon'>) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className="inline-block shrink-0">
      <rect x="0.5" y="0.5" width="23" height="23" rx="4" fill="none" stroke="currentColor" opacity="0.4" />
      <text x="12" y="16.5" textAnchor="middle" fontSize="13" fontWeight="600" fill="currentColor">
        {[...symbol][0]}
      </text>
    </svg>
  );
}
