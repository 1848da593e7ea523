import { useCommand } from '../api/command.js';
import type { ActionSpec, ActionSpecs } from '../design/ActionRail.js';
import type { AgencyPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { registerWords } from '../register/words.js';
import { agencyActions } from './actionWords.js';
import {
  AdmitAgencyDocument,
  ReapplyAgencyDocument,
  RecallAgencyDocument,
  ResumeAgencyDocument,
  SubmitAgencyDocument,
} from './commands.js';
import type { AgencyFormKind } from './reasons.js';

const OPINION = 500;

/** The buttons of an agency's page, in the order in which they would be pressed. */
export function useAgencyActions(
  { id, version, organisation }: AgencyPageFragment,
  open: (action: AgencyFormKind) => void,
): ActionSpecs {
  const t = useWords(agencyActions);
  const r = useWords(registerWords);
  const submit = useCommand(SubmitAgencyDocument);
  const admit = useCommand(AdmitAgencyDocument);
  const resume = useCommand(ResumeAgencyDocument);
  const recall = useCommand(RecallAgencyDocument);
  const reapply = useCommand(ReapplyAgencyDocument);
  const head = { id, expectedVersion: version };
  const form = (action: AgencyFormKind, tone: ActionSpec['tone'] = 'default'): ActionSpec => ({
    label: t[action],
    tone,
    open: () => open(action),
  });
  const decision = (action: 'admit' | 'resume', command: typeof admit): ActionSpec => ({
    label: t[action],
    tone: 'primary',
    reason: { label: r.opinion, path: 'note', max: OPINION },
    run: (input) => command.run({ ...head, note: input.reason }),
    done: r.done,
  });
  return {
    submit: {
      label: t.submit,
      tone: 'primary',
      confirm: t.submitAsk,
      run: () => submit.run(head),
      done: r.done,
    },
    admit: decision('admit', admit),
    resume: decision('resume', resume as typeof admit),
    edit: { label: t.edit, to: `/agencies/mine?of=${organisation.id}` },
    return: form('return'),
    recall: { label: t.recall, confirm: t.recallAsk, run: () => recall.run(head), done: r.done },
    reapply: { label: t.reapply, confirm: t.reapplyAsk, run: () => reapply.run(head), done: r.done },
    designate: form('designate'),
    recordSupport: form('recordSupport'),
    suspend: form('suspend'),
    withdrawDesignation: form('withdrawDesignation', 'danger'),
    exit: form('exit', 'danger'),
    remove: form('remove', 'danger'),
  };
}
