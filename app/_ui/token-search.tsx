/** Finds tokens by symbol or name; a plain form, so it needs no script. */
export function TokenSearch({ words = '' }: { words?: string }) {
  return (
    <form action="/token" role="search" aria-label="Tokens" className="mt-3 flex gap-2 text-13">
      <input
        type="search"
        name="q"
        defaultValue={words}
        aria-label="Symbol or name of a token"
        placeholder="Symbol or name"
        maxLength={60}
        autoComplete="off"
        className="h-8 w-56 rounded-4 border border-faint bg-bg px-2.5 placeholder:text-faint pointer-coarse:h-11"
      />
      <button
        type="submit"
        className="h-8 rounded-4 border border-line bg-surface px-3 hover:border-faint pointer-coarse:h-11"
      >
        Find
      </button>
    </form>
  );
}
