import type { ReactNode } from 'react';
import { Section } from '../design/DetailPage.js';
import { Timeline } from '../design/Timeline.js';

/** What was done with an entry, for those whom it concerns. */
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
