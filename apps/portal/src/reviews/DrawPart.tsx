import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { StatusTag } from '../design/StatusTag.js';
import type { ExpertDrawFieldsFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { seatWords } from './seatWords.js';
import { reviewWords } from './words.js';

type Draw = ExpertDrawFieldsFragment;

/** 专家抽取: the published pool, who has committed and revealed, and what the reader does as a party. */
export function DrawPart({ draw }: { readonly draw: Draw }) {
  const t = useWords(reviewWords);
  const { bid } = useWords(seatWords);
  const { list } = useWords(common);
  const strata: Readonly<Record<string, string>> = t.strata;
  const done = (is: boolean) => <StatusTag tone={is ? 'good' : 'moving'}>{is ? t.yes : t.no}</StatusTag>;
  return (
    <Section title={t.draw} id="draw">
      <p className="quiet">{t.drawIntro}</p>
      <p>
        <StatusTag tone={draw.state === 'DRAWN' ? 'good' : 'moving'}>{t.drawStates[draw.state]}</StatusTag>
        {draw.changes > 0 && <> {t.changes(draw.changes)}</>}
      </p>
      <DataTable
        caption={t.stratum}
        rows={draw.strata}
        keyOf={({ code }) => code}
        columns={[
          { key: 'stratum', title: t.stratum, render: ({ code }) => strata[code] ?? code },
          { key: 'seats', title: t.seats, right: true, render: ({ seats }) => seats },
          { key: 'pool', title: t.pool, right: true, render: ({ pool }) => pool },
          { key: 'eligible', title: t.eligible, right: true, render: ({ eligible }) => eligible },
        ]}
      />
      <DataTable
        caption={t.party}
        rows={draw.parties}
        keyOf={({ personId }) => personId}
        columns={[
          { key: 'party', title: t.party, render: ({ name }) => name },
          { key: 'committed', title: t.committed, render: ({ committed }) => done(committed) },
          { key: 'revealed', title: t.revealed, render: ({ revealed }) => done(revealed) },
        ]}
      />
      {(draw.steps.length > 0 || draw.state === 'DRAWN') && (
        <p>
          <a href={`/sealing/draw.html?call=${draw.callId}`}>
            {draw.steps.length > 0 ? t.takePart : t.verify}
          </a>
        </p>
      )}
      <p>
        <a href={draw.recordUrl}>{t.record}</a>
      </p>
      {draw.exclusions.length > 0 && (
        <details>
          <summary>{t.excluded}</summary>
          <DataTable
            caption={t.excluded}
            rows={draw.exclusions}
            keyOf={({ row }) => String(row)}
            columns={[
              { key: 'name', title: t.expert, render: ({ name }) => name },
              {
                key: 'reasons',
                title: t.excludedReasons,
                render: ({ reasons }) => <code>{reasons.join(' ')}</code>,
              },
              {
                key: 'bids',
                title: t.fromBids,
                render: ({ bids }) => (bids.length === 0 ? t.allBids : list(bids.map(bid))),
              },
            ]}
          />
        </details>
      )}
    </Section>
  );
}
