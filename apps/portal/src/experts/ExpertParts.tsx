import { Link } from 'react-router';
import { findAction } from '../api/actions.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Figure, Figures } from '../design/Figure.js';
import { exactTime } from '../design/amounts.js';
import { Day } from '../design/Values.js';
import type { ExpertPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import type { ExpertForm } from './forms.js';
import { relationKinds } from './terms.js';
import { expertWords } from './words.js';

interface Part {
  readonly expert: ExpertPageFragment;
}

/** 业绩: what the platform knows that the expert made; each count leads to its list. */
export function Outputs({ expert: { outputs } }: Part) {
  const t = useWords(expertWords);
  if (!outputs) return null;
  const lists = [
    { id: 'results', label: t.results, count: outputs.resultCount, items: outputs.results, to: '/results/' },
    { id: 'patents', label: t.patents, count: outputs.patentCount, items: outputs.patents, to: '/patents/' },
    {
      id: 'projects',
      label: t.projects,
      count: outputs.projectCount,
      items: outputs.projects,
      to: '/projects/',
    },
    {
      id: 'contracts',
      label: t.contracts,
      count: outputs.contractCount,
      items: outputs.contracts,
      to: '/contracts/',
    },
  ];
  return (
    <Section title={t.outputs} id="outputs">
      <Figures>
        {lists.map(({ id, label, count, items }) => (
          <Figure key={id} label={label} value={count} to={items.length > 0 ? `#${id}` : undefined} />
        ))}
        <Figure
          label={t.reviews}
          value={outputs.reviewCount}
          to={outputs.reviews.length > 0 ? '#reviews' : undefined}
        />
      </Figures>
      {lists.map(
        ({ id, label, items, to }) =>
          items.length > 0 && (
            <section key={id} id={id} aria-label={label} className="stack" style={{ gap: 6 }}>
              <h3>{label}</h3>
              <ul className="stack" style={{ gap: 6 }}>
                {items.map((item) => (
                  <li key={item.id} className="row" style={{ gap: '2px 10px' }}>
                    <Link to={`${to}${item.id}`}>{item.title}</Link>
                    {item.number && <span className="num quiet">{item.number}</span>}
                    {item.on && (
                      <span className="quiet">
                        <Day on={item.on} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {outputs.reviews.length > 0 && (
        <section id="reviews" aria-label={t.reviews} className="stack" style={{ gap: 6 }}>
          <h3>{t.reviews}</h3>
          <ul className="stack" style={{ gap: 6 }}>
            {outputs.reviews.map(({ id, kind, organiser, on }) => (
              <li key={id} className="row" style={{ gap: '2px 10px' }}>
                <span>{t.reviewOf[kind]}</span>
                <span className="quiet">{organiser}</span>
                <span className="quiet">
                  <Day on={on} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {outputs.reviewCount > outputs.reviews.length && (
        <p className="quiet">{t.reviewsOnly(outputs.reviewCount - outputs.reviews.length)}</p>
      )}
      {outputs.contractCount > outputs.contracts.length && (
        <p className="quiet">{t.contractsOnly(outputs.contractCount - outputs.contracts.length)}</p>
      )}
      <p className="quiet">{t.outputsNote}</p>
    </Section>
  );
}

/** 回避关系: for the expert and the bureau alone. */
export function Relations({ expert, onAct }: Part & { readonly onAct: (form: ExpertForm) => void }) {
  const t = useWords(expertWords);
  const kinds = useWords(relationKinds);
  const { relations, employments, relationsDeclaredAt } = expert;
  if (!relations) return null;
  const mayEnd = findAction(expert.availableActions, 'endRelation')?.enabled ?? false;
  const rows = [
    ...(employments ?? []).map((one, index) => ({
      key: `employment:${index}`,
      kind: t.employments,
      whom: one.organisationName,
      from: one.knownFrom,
      to: one.endedOn,
      note: '',
      ends: null as string | null,
    })),
    ...relations.map((one) => ({
      key: one.id,
      kind: kinds[one.kind],
      whom: [
        one.work,
        one.organisationName,
        one.personName,
        one.people.map(({ name, unit }) => (unit === '' ? name : `${name}（${unit}）`)).join('、'),
      ]
        .filter(Boolean)
        .join(' · '),
      from: one.from,
      to: one.to,
      note: one.note,
      ends: mayEnd && !one.to ? one.id : null,
    })),
  ];
  return (
    <Section title={t.relations} id="relations">
      <p className="quiet">
        {t.relationsNote}
        {relationsDeclaredAt && ` ${t.declaredOn(exactTime(relationsDeclaredAt))}`}
      </p>
      {rows.length === 0 ? (
        <p>{t.relationsNone}</p>
      ) : (
        <DataTable
          caption={t.relations}
          rows={rows}
          keyOf={({ key }) => key}
          columns={[
            { key: 'kind', title: t.kind, render: (row) => row.kind },
            {
              key: 'whom',
              title: t.withWhom,
              render: (row) => (
                <>
                  {row.whom} {row.note && <span className="quiet">{row.note}</span>}
                </>
              ),
            },
            {
              key: 'period',
              title: t.period,
              render: ({ from, to }) => (
                <>
                  {from ? <Day on={from} /> : t.unknownFrom} — {to ? <Day on={to} /> : t.now}
                </>
              ),
            },
            ...(mayEnd
              ? [
                  {
                    key: 'act',
                    title: t.act,
                    render: ({ ends }: (typeof rows)[number]) =>
                      ends && (
                        <Button size="small" onClick={() => onAct({ kind: 'endRelation', id: ends })}>
                          {t.endRelation}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {findAction(expert.availableActions, 'declareRelation')?.enabled && (
        <div>
          <Button size="small" icon="plus" onClick={() => onAct({ kind: 'declareRelation' })}>
            {t.addRelation}
          </Button>
        </div>
      )}
    </Section>
  );
}
