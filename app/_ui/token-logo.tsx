import type { TokenId } from '@/lib/model/ids';

/** A token's logo. Always beside its name, so it says nothing aloud. */
export function TokenLogo({ id, size }: { id: TokenId; size: number }) {
  return (
    <img
      src={`/api/v1/tokens/${encodeURIComponent(id)}/logo`}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      className="inline-block shrink-0 rounded-4"
    />
  );
}
