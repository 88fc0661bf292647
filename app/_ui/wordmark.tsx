/** A strip of tape and the wire it comes from. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-1.5 text-15 font-semibold tracking-tight">
      <svg viewBox="0 0 22 20" width="17" height="16" fill="currentColor" aria-hidden="true">
        <path
          fillRule="evenodd"
          d="M1.5 1h19A1.5 1.5 0 0 1 22 2.5v5A1.5 1.5 0 0 1 20.5 9H13v8.5a2 2 0 0 1-4 0V9H1.5A1.5 1.5 0 0 1 0 7.5v-5A1.5 1.5 0 0 1 1.5 1ZM4.5 3.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Zm6.5 0a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Zm6.5 0a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Z"
        />
      </svg>
      <span className="wordmark-name">Tapewire</span>
    </span>
  );
}
