import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { readReaderSettings } from '@/app/_desk/reader-settings';
import { inter, interExtended } from '@/app/_styles/fonts';
import { Footer } from '@/app/_ui/footer';
import { SimulatedBanner } from '@/app/_ui/simulated-banner';
import { DismissHints } from '@/app/_client/dismiss-hints';
import { HideBrokenImages } from '@/app/_client/hide-broken-images';
import { TopBar } from '@/app/_desk/top-bar';
import { readInstallation } from '@/db/queries/installation';
import { deskFacts } from '@/lib/reader/desk-facts';
import '@/app/_styles/base.css';

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const [settings, installation] = await Promise.all([readReaderSettings(), readInstallation()]);
  const theme = settings.theme === 'system' ? undefined : settings.theme;
  return (
    <html
      lang="en"
      data-theme={theme}
      data-palette={settings.palette}
      className={`${inter.variable} ${interExtended.variable}`}
    >
      <body>
        <a href="#main" className="skip-link">
          Skip to the news
        </a>
        {installation?.world === 'simulated' && <SimulatedBanner />}
        <TopBar settings={settings} />
        {children}
        <HideBrokenImages />
        <DismissHints />
        <Footer removalContact={deskFacts().removalContact} />
      </body>
    </html>
  );
}

export function generateMetadata(): Metadata {
  const { publicUrl } = deskFacts();
  return {
    ...(publicUrl === undefined ? {} : { metadataBase: new URL(publicUrl) }),
    title: { default: 'Tapewire: crypto news beside live prices', template: '%s · Tapewire' },
    description:
      'Crypto news and live prices side by side: who reported first, what it is about, how old each number is.',
    applicationName: 'Tapewire',
    openGraph: { siteName: 'Tapewire', type: 'website', locale: 'en' },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfcfd' },
    { media: '(prefers-color-scheme: dark)', color: '#0c0e11' },
  ],
};
