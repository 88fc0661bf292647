import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { countOpenReports } from '@/db/queries/open-reports';
import { ConsoleBar } from './console-bar';
import { currentOperator } from './require-operator';

export const metadata: Metadata = {
  title: { default: 'Console', template: '%s · Tapewire console' },
  robots: { index: false, follow: false },
};

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const operator = await currentOperator();
  const openReports = operator ? await countOpenReports() : 0;
  return (
    <>
      {operator && <ConsoleBar operatorName={operator.name} openReports={openReports} />}
      {children}
    </>
  );
}
