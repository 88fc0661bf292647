'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { PALETTES, THEMES, type Palette, type ReaderSettings, type Theme } from '@/lib/model/reader-settings';
import { keepSetting, showSettings } from './keep-setting';

const THEME_WORDS: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };
const PALETTE_WORDS: Readonly<Record<Palette, string>> = {
  classic: 'Green up, red down',
  accessible: 'Blue up, orange down',
  inverted: 'Red up, green down',
};

/** Theme, the colours of up and down, and the zone times are told in. */
export function SettingsMenu({ settings: initial }: { settings: ReaderSettings }) {
  const [settings, setSettings] = useState(initial);
  const router = useRouter();
  const menu = useDismissible();
  const zones = [...new Set(['UTC', settings.zone, useOwnZone()])];

  function change(name: keyof ReaderSettings, value: string): void {
    const changed = { ...settings, [name]: value };
    setSettings(changed);
    keepSetting(name, value);
    showSettings(changed);
    if (name === 'zone') router.refresh();
  }

  return (
    <details ref={menu} className="relative" data-needs-script="">
      <summary className="flex size-8 list-none items-center justify-center rounded-4 text-muted hover:text-text [&::-webkit-details-marker]:hidden">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
        </svg>
        <span className="sr-only">Theme, colours and times</span>
      </summary>
      <div className="menu absolute end-0 top-full z-30 mt-1 w-60 rounded-4 border border-line bg-bg p-3 text-13">
        <Choice
          label="Theme"
          name="theme"
          value={settings.theme}
          options={THEMES.map((theme) => ({ value: theme, label: THEME_WORDS[theme] }))}
          onChange={change}
        />
        <Choice
          label="Up and down"
          name="palette"
          value={settings.palette}
          options={PALETTES.map((palette) => ({ value: palette, label: PALETTE_WORDS[palette] }))}
          onChange={change}
        />
        <Choice
          label="Times"
          name="zone"
          value={settings.zone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          onChange={change}
        />
      </div>
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: keyof ReaderSettings;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (name: keyof ReaderSettings, value: string) => void;
}

function Choice({ label, name, value, options, onChange }: ChoiceProps) {
  return (
    <fieldset className="not-first:mt-3 not-first:border-t not-first:border-line not-first:pt-2.5">
      <legend className="float-start mb-1 text-12 text-muted">{label}</legend>
      <div className="clear-both">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(name, option.value)}
              className="size-3.5 accent-text"
            />
            <span className="grow">{option.label}</span>
            {name === 'palette' && <Sample palette={option.value} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Sample({ palette }: { palette: string }) {
  return (
    <span data-palette={palette} aria-hidden="true" className="text-12">
      <span className="text-up">▲</span> <span className="text-down">▼</span>
    </span>
  );
}

/** The zone of the reader's machine; the server cannot know it. */
function useOwnZone(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
}

/** An open menu closes at Escape and at a press outside. */
function useDismissible() {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: PointerEvent | KeyboardEvent): void => {
      const open = menu.current;
      if (!open?.open) return;
      const dismissed =
        event instanceof KeyboardEvent ? event.key === 'Escape' : !open.contains(event.target as Node);
      if (!dismissed) return;
      open.open = false;
      if (event instanceof KeyboardEvent) open.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return menu;
}
