import { useCommand } from '../api/command.js';
import type { ActionSpec, ActionSpecs } from '../design/ActionRail.js';
import type { ExpertPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { expertActions } from './actionWords.js';
import {
  AdmitExpertDocument,
  ConsentExpertDocument,
  ReapplyExpertDocument,
  RecallExpertDocument,
  ResumeExpertDocument,
} from './commands.js';
import type { ExpertForm } from './forms.js';

const OPINION = 500;

/** The buttons of an expert's page, in the order in which they would be pressed. */
export function useExpertActions(
  { id, version, organisation }: ExpertPageFragment,
  open: (form: ExpertForm) => void,
): ActionSpecs {
  const t = useWords(expertActions);
  const consent = useCommand(ConsentExpertDocument);
  const admit = useCommand(AdmitExpertDocument);
  const resume = useCommand(ResumeExpertDocument);
  const recall = useCommand(RecallExpertDocument);
  const reapply = useCommand(ReapplyExpertDocument);
  const head = { id, expectedVersion: version };
  const form = (
    kind: Exclude<ExpertForm['kind'], 'endRelation'>,
    tone: ActionSpec['tone'] = 'default',
  ): ActionSpec => ({ label: t[kind], tone, open: () => open({ kind }) });
  const reason = { label: t.opinion, path: 'note', max: OPINION };
  return {
    ...(organisation
      ? { submit: form('submit', 'primary') }
      : { submitDirectly: form('submitDirectly', 'primary') }),
    consent: {
      label: t.consent,
      tone: 'primary',
      reason,
      run: (input) => consent.run({ ...head, note: input.reason }),
      done: t.done,
    },
    admit: {
      label: t.admit,
      tone: 'primary',
      reason,
      run: (input) => admit.run({ ...head, note: input.reason }),
      done: t.done,
    },
    resume: {
      label: t.resume,
      tone: 'primary',
      reason,
      run: (input) => resume.run({ ...head, note: input.reason }),
      done: t.done,
    },
    edit: { label: t.edit, to: '/experts/mine' },
    decline: form('decline'),
    return: form('return'),
    recall: { label: t.recall, confirm: t.recallAsk, run: () => recall.run(head), done: t.done },
    reapply: { label: t.reapply, confirm: t.reapplyAsk, run: () => reapply.run(head), done: t.done },
    suspend: form('suspend'),
    exit: form('exit', 'danger'),
    remove: form('remove', 'danger'),
  };
}
