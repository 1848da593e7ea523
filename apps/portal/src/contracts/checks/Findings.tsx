import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import { Button } from '../../design/Button.js';
import { Field, TextArea, ErrorsProvider, normalPath } from '../../design/Field.js';
import { Icon } from '../../design/Icon.js';
import { Notice, Refusal } from '../../design/States.js';
import { Label } from '../../design/StatusTag.js';
import { useToast } from '../../design/Toast.js';
import { When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import { AnswerFindingDocument } from '../commands.js';
import { useDesk } from '../review/desk.js';
import { blocksOf, warningsOf, type Finding } from '../types.js';
import css from './Checks.module.css';
import { FindingFacts } from './FindingFacts.js';
import { checkWords } from './words.js';

/** How the applicant explains, between two savings of what is typed. */
export interface Answering {
  readonly contractId: string;
  readonly inTurn: (act: (version: number) => Promise<void>) => Promise<unknown>;
}

function AnswerBox({ finding, by }: { finding: Finding; by: Answering }) {
  const t = useWords(checkWords);
  const toast = useToast();
  const command = useCommand(AnswerFindingDocument);
  const [text, setText] = useState<string | null>(null);
  const save = (): Promise<unknown> =>
    by.inTurn(async (expectedVersion) => {
      const { rule, path } = finding;
      const outcome = await command.run({ id: by.contractId, expectedVersion, rule, path, text: text ?? '' });
      if (!outcome.ok) return;
      setText(null);
      toast(t.saved);
    });
  if (text === null)
    return (
      <div>
        <Button size="small" icon="edit" onClick={() => setText(finding.answer?.text ?? '')}>
          {finding.answer ? t.change : t.answer}
        </Button>
      </div>
    );
  return (
    <div className={css['box']}>
      <ErrorsProvider value={command.failure?.violations ?? []}>
        <Field label={t.yourAnswer} path="text">
          <TextArea value={text} rows={3} max={1000} autoFocus onChange={setText} />
        </Field>
      </ErrorsProvider>
      <Refusal
        failure={
          command.failure && {
            ...command.failure,
            violations: command.failure.violations.filter(({ path }) => path !== 'text'),
          }
        }
      />
      <div className="row">
        <Button size="small" onClick={() => setText(null)}>
          {t.cancel}
        </Button>
        <Button size="small" tone="primary" busy={command.busy} onClick={() => void save()}>
          {t.save}
        </Button>
      </div>
    </div>
  );
}

function Item({
  finding,
  answering,
  weighing,
}: {
  finding: Finding;
  answering?: Answering;
  weighing: boolean;
}) {
  const t = useWords(checkWords);
  const say = useSay();
  const warning = finding.level === 'WARNING';
  return (
    <li className={css['item']}>
      <p>
        {say(finding)} {finding.ground && weighing && <Label>{finding.ground}</Label>}
      </p>
      {finding.article && (
        <p className={css['article']}>
          {t.basis}
          {finding.article}
        </p>
      )}
      {weighing && <FindingFacts facts={finding.facts} />}
      {weighing && <InText facts={finding.facts} of={say(finding)} />}
      {finding.answer ? (
        <blockquote className={css['answer']}>
          <p>{finding.answer.text}</p>
          <footer className="quiet">
            {weighing ? t.answered : t.yourAnswer} · {finding.answer.personName} ·{' '}
            <When at={finding.answer.at} />
          </footer>
        </blockquote>
      ) : (
        warning && weighing && <p className="quiet">{t.unanswered}</p>
      )}
      {warning && answering && <AnswerBox finding={finding} by={answering} />}
    </li>
  );
}

/** The way to the words that the finding is about, beside the conditions. */
function InText({ facts, of }: { facts: unknown; of: string }) {
  const t = useWords(checkWords);
  const { show } = useDesk();
  const { fileId, page } = (facts ?? {}) as { readonly fileId?: unknown; readonly page?: unknown };
  if (show === null || typeof fileId !== 'string' || typeof page !== 'number') return null;
  return (
    <div>
      <Button size="small" tone="quiet" onClick={() => show({ of: 'TEXT', page, fileId })}>
        {t.seeText}
        <span className="vh">{of}</span>
      </Button>
    </div>
  );
}

/** What the rules say of one field, beside it: it stops nothing, and is explained in the list at the side. */
export function FieldWarnings({ findings, path }: { findings: readonly Finding[]; path: string }) {
  const say = useSay();
  const own = findings.filter((finding) => normalPath(finding.path) === path);
  if (own.length === 0) return null;
  return (
    <ul className={css['beside']}>
      {own.map((finding) => (
        <li key={finding.rule}>
          <Icon name="warn" size={14} />
          <span>{say(finding)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the rules found: blocks to put right, warnings to explain or to weigh. */
export function Findings({
  findings,
  answering,
  weighing = false,
}: {
  readonly findings: readonly Finding[];
  /** The applicant's way to explain a warning; without it the list is to read. */
  readonly answering?: Answering;
  /** For the reviewer: with grounds and what the rules looked at. */
  readonly weighing?: boolean;
}) {
  const t = useWords(checkWords);
  const blocks = blocksOf(findings);
  const warnings = warningsOf(findings);
  const list = (some: readonly Finding[]) => (
    <ul className={css['list']}>
      {some.map((finding) => (
        <Item
          key={`${finding.rule}:${finding.path}`}
          finding={finding}
          weighing={weighing}
          {...(answering && { answering })}
        />
      ))}
    </ul>
  );
  if (findings.length === 0)
    return (
      <Notice tone="good" icon="checkCircle">
        {t.none}
      </Notice>
    );
  return (
    <>
      {blocks.length > 0 && (
        <Notice tone="amber" icon="warn">
          <strong>{t.blocks}</strong>
          {list(blocks)}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice icon="info">
          <strong>{t.warnings}</strong>
          {answering && <p className="quiet">{t.warningsHint}</p>}
          {list(warnings)}
        </Notice>
      )}
    </>
  );
}
