import { Panel, Section } from '../../design/DetailPage.js';
import { TextInput } from '../../design/Field.js';
import { Notice, Violations } from '../../design/States.js';
import { Label, StatusTag } from '../../design/StatusTag.js';
import { When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { contractLabels } from '../labels.js';
import { blocksOf, warningsOf, type Contract } from '../types.js';
import { answerOf, useChecklist, useDesk } from './desk.js';
import css from './Review.module.css';
import { reviewWords } from './reviewWords.js';

const DECIDABLE = ['SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW'];

/** 认定条件核对: the conditions of the contract's class, each to be ticked with its clause. Null once decided. */
export function Checklist({ contract }: { contract: Contract }) {
  const t = useWords(reviewWords);
  const items = useChecklist(contract);
  const { answers, answer } = useDesk();
  if (!DECIDABLE.includes(contract.state)) return null;
  const done = items.filter((item) => answerOf(answers, item.key).met !== '').length;
  return (
    <Panel title={`${t.checklist}（${done}/${items.length}）`}>
      <p className="quiet">{t.checklistHint}</p>
      <ul className={css['checklist']}>
        {items.map((item) => {
          const { met, clause } = answerOf(answers, item.key);
          return (
            <li key={item.key} className={css['item']}>
              <fieldset>
                <legend>
                  {item.text} {item.ground && <Label>{item.ground}</Label>}
                </legend>
                <span className={css['answers']}>
                  {(['yes', 'no'] as const).map((value) => (
                    <label key={value}>
                      <input
                        type="radio"
                        name={`${contract.id}:${item.key}`}
                        checked={met === value}
                        onChange={() => answer(item.key, { met: value })}
                      />{' '}
                      {value === 'yes' ? t.met : t.notMet}
                    </label>
                  ))}
                  <span className={css['clause']}>
                    <TextInput
                      value={clause}
                      placeholder={t.clause}
                      aria-label={`${item.text} · ${t.clause}`}
                      onChange={(next) => answer(item.key, { clause: next })}
                    />
                  </span>
                </span>
              </fieldset>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** What the rules found and what colleagues wrote. */
export function ReviewNotes({ contract }: { contract: Contract }) {
  const t = useWords(reviewWords);
  const labels = useWords(contractLabels);
  const blocks = blocksOf(contract.findings);
  const warnings = warningsOf(contract.findings);
  return (
    <>
      <Section title={t.findings} id="findings">
        {blocks.length > 0 && (
          <Notice tone="amber" icon="warn">
            <strong>{t.blocks}</strong>
            <Violations violations={blocks} />
          </Notice>
        )}
        {warnings.length > 0 && (
          <Notice icon="info">
            <strong>{t.warnings}</strong>
            <Violations violations={warnings} />
          </Notice>
        )}
        {blocks.length + warnings.length === 0 && (
          <Notice tone="good" icon="checkCircle">
            {t.findingsNone}
          </Notice>
        )}
      </Section>
      {contract.reviews.length > 0 && (
        <Section title={t.earlier} id="reviews">
          <ol className={css['reviews']}>
            {contract.reviews.map((review, index) => (
              <li key={index} className={css['review']}>
                <div className="row">
                  <StatusTag tone={review.verdict === 'PASS' ? 'good' : 'attention'}>
                    {labels.stage[review.stage]} · {labels.verdict[review.verdict]}
                  </StatusTag>
                  <span className="quiet">
                    {review.reviewerName} · <When at={review.at} />
                  </span>
                </div>
                {review.opinion && <p className="prose">{review.opinion}</p>}
                {review.grounds.length > 0 && (
                  <p>{review.grounds.map((ground) => `${ground.code} ${ground.name}`).join('；')}</p>
                )}
                {review.deficiencies.length > 0 && (
                  <Violations violations={review.deficiencies.map((entry) => ({ ...entry, code: '' }))} />
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
