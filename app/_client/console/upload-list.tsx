'use client';

import { useCallback, useId, useRef } from 'react';
import { BYTES_PER_MEGABYTE, MAX_OPML_MEGABYTES, OPML_REFUSAL_WORDS } from '@/lib/model/opml-import';
import { Problem } from './field';
import { useDroppedFiles } from './use-dropped-files';

interface UploadListProps {
  /** Where the file goes: a plain form, so it works without script too. */
  readonly action: string;
  readonly problem: string | undefined;
}

/** A file to choose, or to drop anywhere on the page. */
export function UploadList({ action, problem }: UploadListProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDroppedFiles(
    useCallback((files) => {
      if (!input.current) return;
      input.current.files = files;
      refuseTooLarge(input.current);
      form.current?.requestSubmit();
    }, []),
  );
  return (
    <form
      ref={form}
      action={action}
      method="post"
      encType="multipart/form-data"
      data-over={isOver || undefined}
      className="max-w-[72ch] rounded-4 border border-dashed border-faint p-4 data-over:border-solid data-over:border-text data-over:bg-surface"
    >
      <label htmlFor={id} className="mb-1 block text-12 font-semibold">
        OPML file
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={input}
          id={id}
          type="file"
          name="file"
          required
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
          onChange={(event) => refuseTooLarge(event.currentTarget)}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={`${id}-words`}
          className="min-w-0 grow text-13 text-muted file:me-3 file:h-9 file:rounded-4 file:border file:border-line file:bg-surface file:px-3 file:text-13 file:text-text hover:file:border-faint pointer-coarse:file:h-11"
        />
        <button
          type="submit"
          className="h-9 shrink-0 rounded-4 bg-text px-4 text-13 font-semibold text-bg hover:opacity-90 pointer-coarse:h-11"
        >
          Import
        </button>
      </div>
      <p id={`${id}-words`} className="mt-2 text-12 leading-row text-pretty text-muted">
        {problem === undefined ? (
          `Choose it, or drop it anywhere on this page. At most ${MAX_OPML_MEGABYTES} MB; a file with errors is read as far as possible.`
        ) : (
          <Problem>{problem}</Problem>
        )}
      </p>
    </form>
  );
}

/** The browser then tells it beside the field and sends nothing. */
function refuseTooLarge(input: HTMLInputElement): void {
  const size = input.files?.[0]?.size ?? 0;
  const isTooLarge = size > MAX_OPML_MEGABYTES * BYTES_PER_MEGABYTE;
  input.setCustomValidity(isTooLarge ? OPML_REFUSAL_WORDS['too-large'] : '');
}
