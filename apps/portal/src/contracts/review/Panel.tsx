import { DataTable } from '../../design/DataTable.js';
import { Section } from '../../design/DetailPage.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Day } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { panelWords } from './panelWords.js';

/** 专家组 as the registry reads it. */
export function Panel({ experts }: { experts: Contract['experts'] }) {
  const t = useWords(panelWords);
  return (
    <Section title={t.panel} id="panel">
      <DataTable
        caption={t.panel}
        rows={experts}
        keyOf={({ name, unit }) => `${name}:${unit}`}
        columns={[
          {
            key: 'name',
            title: t.name,
            render: ({ name, title }) => (title === '' ? name : `${name}（${title}）`),
          },
          { key: 'unit', title: t.unit, render: ({ unit }) => unit },
          {
            key: 'undertakenOn',
            title: t.undertakenOn,
            render: ({ undertakenOn }) => (undertakenOn ? <Day on={undertakenOn} /> : '—'),
          },
          {
            key: 'opinion',
            title: t.opinion,
            render: ({ favourable, opinion }) => (
              <>
                <StatusTag
                  tone={
                    favourable === null || favourable === undefined ? 'rest' : favourable ? 'good' : 'refused'
                  }
                >
                  {favourable === null || favourable === undefined
                    ? t.silent
                    : favourable
                      ? t.favourable
                      : t.against}
                </StatusTag>
                {opinion && <p className="prose">{opinion}</p>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
