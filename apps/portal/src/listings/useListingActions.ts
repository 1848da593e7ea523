import { useNavigate } from 'react-router';
import type { Command } from '../api/command.js';
import type { ActionSpec } from '../design/ActionRail.js';
import type { ListingActionInput, ListingReasonInput } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { actionWords } from './actionWords.js';

type Act = Command<unknown, ListingActionInput>;
type ActForReason = Command<unknown, ListingReasonInput>;

/** The commands that results and needs share. */
interface Commands {
  readonly submit: Act;
  readonly publish: Act;
  readonly giveBack: ActForReason;
  readonly renew: Act;
  readonly relist: Act;
  readonly revise: Act;
  readonly recall: Act;
  readonly reinstate: ActForReason;
  readonly takeDown: ActForReason;
  readonly discard: Act;
}

/** The buttons that results and needs share, in groups between which each has its own. */
export function useListingActions(
  listing: { readonly id: string; readonly version: number },
  place: 'results' | 'needs',
  commands: Commands,
  openAmend?: () => void,
) {
  const t = useWords(actionWords);
  const navigate = useNavigate();
  const at = { id: listing.id, expectedVersion: listing.version };
  const edit = `/listings/${place}/${listing.id}/edit`;
  const because = { label: t.reason, hint: t.reasonHint, required: true, max: 1000 };
  /** An act that says why. */
  const reasoned = (
    command: ActForReason,
    words: { label: string; done: string; tone?: ActionSpec['tone'] },
    asked: Partial<typeof because> = {},
  ): ActionSpec => ({
    ...words,
    reason: { ...because, ...asked },
    run: ({ reason }) => command.run({ ...at, reason }),
  });
  return {
    at,
    reasoned,
    submitting: (label: string, confirm: string): ActionSpec => ({
      label,
      tone: 'primary',
      confirm,
      run: () => commands.submit.run(at),
      done: t.doneSubmit,
    }),
    reviewing: {
      publish: {
        label: t.publish,
        tone: 'primary',
        confirm: t.confirmPublish,
        run: () => commands.publish.run(at),
        done: t.donePublish,
      },
      return: reasoned(commands.giveBack, { label: t.return, done: t.doneReturn }, { hint: t.returnHint }),
    },
    writing: {
      edit: { label: t.edit, to: edit },
      ...(openAmend && { amend: { label: t.amend, open: openAmend } }),
    },
    keeping: {
      renew: {
        label: t.renew,
        confirm: t.confirmRenew,
        run: () => commands.renew.run(at),
        done: t.doneRenew,
      },
      relist: {
        label: t.relist,
        tone: 'primary',
        confirm: t.confirmRelist,
        run: () => commands.relist.run(at),
        done: t.doneRelist,
      },
      revise: {
        label: t.revise,
        confirm: t.confirmRevise,
        done: t.doneRevise,
        run: async () => {
          const outcome = await commands.revise.run(at);
          if (outcome.ok) void navigate(edit);
          return outcome;
        },
      },
      recall: {
        label: t.recall,
        confirm: t.confirmRecall,
        run: () => commands.recall.run(at),
        done: t.doneRecall,
      },
    },
    reinstate: reasoned(commands.reinstate, { label: t.reinstate, done: t.doneReinstate }),
    ending: {
      takeDown: reasoned(commands.takeDown, { label: t.takeDown, tone: 'danger', done: t.doneTakeDown }),
      discard: {
        label: t.discard,
        tone: 'danger',
        confirm: t.confirmDiscard,
        run: () => commands.discard.run(at),
        done: t.doneDiscard,
      },
    },
  } as const;
}
