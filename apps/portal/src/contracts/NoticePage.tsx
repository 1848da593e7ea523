import { legalDay } from '../design/amounts.js';
import { Day } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { noticeWords } from './noticeWords.js';
import { NoPaper, Paper, PaperPage } from './Paper.js';
import css from './Contracts.module.css';
import type { Contract } from './types.js';
import { useNameOf } from '../api/city.js';

const TOLD_BY = { RETURNED: 'return', NOT_ACCEPTED: 'decline', REJECTED: 'reject' } as const;
type Told = keyof typeof TOLD_BY;
const isTold = (state: string): state is Told => Object.hasOwn(TOLD_BY, state);

type Deficiency = Contract['deficiencies'][number];
/** Where a deficiency stands: in a field of the form, in an attachment, or in the application as a whole. */
const PLACES = ['FORM', 'FILES', 'WHOLE'] as const;
type Place = (typeof PLACES)[number];
const placeOf = ({ path }: Deficiency): Place =>
  path === '' ? 'WHOLE' : path === 'files' || path.startsWith('files.') ? 'FILES' : 'FORM';

/** The deficiencies of one place, numbered through the notice. */
function Deficiencies({
  title,
  deficiencies,
  place,
}: {
  title: string;
  deficiencies: readonly Deficiency[];
  place: Place;
}) {
  const t = useWords(noticeWords);
  const own = deficiencies.filter((deficiency) => placeOf(deficiency) === place);
  if (own.length === 0) return null;
  const before = deficiencies.filter(
    (deficiency) => PLACES.indexOf(placeOf(deficiency)) < PLACES.indexOf(place),
  ).length;
  return (
    <>
      <h2>{title}</h2>
      <ol start={before + 1}>
        {own.map((deficiency, index) => (
          <li key={index}>
            {deficiency.message}
            {deficiency.article && (
              <div className="quiet">
                {t.article} {deficiency.article}
              </div>
            )}
            {deficiency.lateReason && (
              <div className="quiet">
                {t.lateReason} {deficiency.lateReason}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** 告知书: what the registry told the applicant, numbered, with its articles, to be printed on A4. */
export function Component() {
  const t = useWords(noticeWords);
  return (
    <PaperPage
      render={(contract) =>
        isTold(contract.state) ? (
          <Letter contract={contract} state={contract.state} />
        ) : (
          <NoPaper id={contract.id} title={t.none} text={t.noneText} />
        )
      }
    />
  );
}

function Letter({ contract, state }: { contract: Contract; state: Told }) {
  const t = useWords(noticeWords);
  const nameOf = useNameOf();
  const told = contract.timeline.filter(({ action }) => action === TOLD_BY[state]).at(-1);
  return (
    <Paper contract={contract} title={t.titles[state]}>
      {contract.acceptanceNumber && (
        <p>
          {t.number} <span className="mono">{contract.acceptanceNumber}</span>
        </p>
      )}
      <p>{t.to(contract.sellers[0]?.name ?? contract.applicantOrganisation?.name ?? '')}</p>
      <p>
        {t.about(contract.title)}
        {t.said[state]}
      </p>
      <ol>
        {contract.refusalGrounds.map((ground) => (
          <li key={ground.code}>
            {ground.code} {nameOf('refusalGrounds', ground.code, ground.name)}
            {ground.article && (
              <div className="quiet">
                {t.article} {ground.article}
              </div>
            )}
          </li>
        ))}
      </ol>
      {PLACES.map((place) => (
        <Deficiencies
          key={place}
          title={t.places[place]}
          deficiencies={contract.deficiencies}
          place={place}
        />
      ))}
      {state === 'RETURNED' && contract.correctionDueOn && <p>{t.correctBy(contract.correctionDueOn)}</p>}
      {contract.decisionOpinion && (
        <p className="prose">
          {t.opinion} {contract.decisionOpinion}
        </p>
      )}
      {state !== 'RETURNED' && <p>{t.remedy}</p>}
      <p className={css['letterFoot']}>
        {contract.registry?.name}
        <br />
        <Day on={told && legalDay(told.at)} />
      </p>
    </Paper>
  );
}
