import { useCommand } from '../api/command.js';
import type { ActionSpecs } from '../design/ActionRail.js';
import type { PatentPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { patentActions } from './actionWords.js';
import { DiscardPatentDocument } from './commands.js';
import { STATUS_ACTIONS, type PatentForm } from './forms.js';

/** The buttons of a patent; most of them open a form. */
export function usePatentActions(patent: PatentPageFragment, open: (form: PatentForm) => void): ActionSpecs {
  const t = useWords(patentActions);
  const discard = useCommand(DiscardPatentDocument);
  const form = (kind: Exclude<PatentForm['kind'], 'fileLicence' | 'endLicence' | 'releasePledge'>) => ({
    label: t[kind],
    open: () => open({ kind }),
  });
  return {
    payFee: { ...form('payFee'), tone: 'primary' },
    grant: { ...form('grant'), tone: 'primary' },
    publish: form('publish'),
    examine: form('examine'),
    edit: { label: t.edit, to: `/patents/${patent.id}/edit` },
    addLicence: form('addLicence'),
    ...(patent.openLicence?.active ? { closeToAll: form('closeToAll') } : { openToAll: form('openToAll') }),
    addPledge: form('addPledge'),
    ...Object.fromEntries(
      STATUS_ACTIONS.filter((kind) => !['grant', 'publish', 'examine', 'closeToAll'].includes(kind)).map(
        (kind) => [kind, form(kind)],
      ),
    ),
    discard: {
      label: t.discard,
      tone: 'danger',
      confirm: t.discardAsk,
      run: () => discard.run({ id: patent.id, expectedVersion: patent.version }),
      done: t.done,
    },
  };
}
