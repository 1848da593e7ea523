import type { ReactNode } from 'react';
import { Section } from './DetailPage.js';
import { Timeline } from './Timeline.js';

/** What was done with a thing, for those whom it concerns. */
export function EntryHistory({
  title,
  note,
  entries,
  nameOf,
}: {
  readonly title: string;
  readonly note: ReactNode;
  readonly entries: Parameters<typeof Timeline>[0]['entries'] | null | undefined;
  readonly nameOf: (action: string) => string;
}) {
  if (!entries) return null;
  return (
    <Section
      title={title}
      extra={
        <span className="quiet" style={{ fontWeight: 400, fontSize: 13 }}>
          {note}
        </span>
      }
    >
      <Timeline entries={entries} nameOf={nameOf} />
    </Section>
  );
}
