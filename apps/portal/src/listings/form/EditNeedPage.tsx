import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import type { StoredDraft } from '../../design/draft.js';
import { StepForm } from '../../design/StepForm.js';
import { MoneyRange } from '../../design/Values.js';
import type { NeedPageFragment, NeedQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { SubmitNeedDocument } from '../need.documents.js';
import { NeedDocument } from '../need.fragment.js';
import { blankNeed, needContent, needForm, type NeedForm } from './content.js';
import { EditListing, useHandingIn, useListingDraft, type ReadForEditing } from './EditListing.js';
import { useNeedSteps } from './needSteps.js';
import { FormSummary } from './FormSummary.js';
import { listings } from '../words.js';
import { formWords } from './words.js';

const SaveNeedDraftDocument = graphql(`
  mutation SaveNeedDraft($input: SaveNeedDraftInput!) {
    saveNeedDraft(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

const of: ReadForEditing<NeedQuery, NeedPageFragment> = {
  place: 'needs',
  document: NeedDocument,
  listingIn: (data) => data.need,
};

const stored = (need: NeedPageFragment): StoredDraft<NeedForm> => ({
  id: need.id,
  version: need.version,
  content: needForm(need),
  missing: need.missing ?? [],
});

/** Writes a need, new or to be changed. */
export function EditNeedPage() {
  const t = useWords(formWords);
  return (
    <EditListing of={of} title={t.newNeed} intro={t.needIntro} roles={['TRANSFER_OFFICER']}>
      {(standing, ownerId) => <Editor initial={standing && stored(standing)} ownerId={ownerId} />}
    </EditListing>
  );
}

function Editor({ initial, ownerId }: { initial: StoredDraft<NeedForm> | null; ownerId: string | null }) {
  const t = useWords(formWords);
  const l = useWords(listings);
  const save = useCommand(SaveNeedDraftDocument);
  const handIn = useHandingIn('needs', useCommand(SubmitNeedDocument));
  const draft = useListingDraft(of, {
    initial,
    empty: blankNeed,
    ownerId,
    stored,
    save: async ({ content, ...target }) => {
      const outcome = await save.run({ ...target, content: needContent(content) });
      return outcome.ok ? { ok: true, data: outcome.data.saveNeedDraft.need } : outcome;
    },
  });
  return (
    <StepForm
      title={initial ? t.editNeed : t.newNeed}
      intro={t.needIntro}
      steps={useNeedSteps(draft)}
      draft={draft}
      summary={
        <FormSummary
          title={draft.content.title}
          keywords={draft.content.keywords}
          modes={draft.content.cooperationModes}
          priceLabel={l.budget}
          price={
            draft.content.budgetNegotiable || draft.content.budgetMin || draft.content.budgetMax ? (
              <MoneyRange min={draft.content.budgetMin} max={draft.content.budgetMax} />
            ) : null
          }
        />
      }
      submitLabel={t.submitNeed}
      onSubmit={handIn}
    />
  );
}

export { EditNeedPage as Component };
