import type { Metadata } from 'next';
import { AddFeedForm } from '@/app/_client/console/add-feed-form';
import { startPage } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { requireOperator } from '@/app/console/require-operator';
import { addFeedAction } from './actions';

export const metadata: Metadata = { title: 'Add a feed' };

export default async function Page() {
  const { zone } = await startPage();
  await requireOperator('/console/feeds/new');
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <p className="text-12 text-muted">
        <DeskLink href="/console/feeds" className="reach">
          Feeds
        </DeskLink>
      </p>
      <h1 className="text-20 leading-row tracking-tight">Add a feed</h1>
      <AddFeedForm action={addFeedAction} zone={zone} />
    </main>
  );
}
