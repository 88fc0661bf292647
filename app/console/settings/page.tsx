import type { Metadata } from 'next';
import { DeskSettingsForm } from '@/app/_client/console/desk-settings-form';
import { startPage } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { requireOperator } from '@/app/console/require-operator';
import { readDeskSettings } from '@/db/queries/desk-settings';
import { toDeskSettingsDraft } from '@/lib/model/desk-settings';
import { saveDeskSettingsAction } from './actions';

export const metadata: Metadata = { title: 'Settings' };

export default async function Page() {
  await startPage();
  await requireOperator('/console/settings');
  const settings = await readDeskSettings();
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <h1 className="mb-2 text-20 leading-row tracking-tight">Settings</h1>
      <section aria-labelledby="retention" className="max-w-[72ch]">
        <ColumnHeading id="retention" title="How long things are kept" aside="for the whole desk" />
        <DeskSettingsForm action={saveDeskSettingsAction} values={toDeskSettingsDraft(settings)} />
      </section>
    </main>
  );
}
