import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import type { StoredDraft } from '../../design/draft.js';
import { StepForm } from '../../design/StepForm.js';
import type { ResultPageFragment, ResultQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { Price } from '../cards.js';
import { SubmitResultDocument } from '../result.documents.js';
import { ResultDocument } from '../result.fragment.js';
import { blankResult, resultContent, resultForm, type ResultForm } from './content.js';
import { EditListing, useHandingIn, useListingDraft, type ReadForEditing } from './EditListing.js';
import { useResultSteps } from './resultSteps.js';
import { FormSummary } from './FormSummary.js';
import { listings } from '../words.js';
import { formWords } from './words.js';

const SaveResultDraftDocument = graphql(`
  mutation SaveResultDraft($input: SaveResultDraftInput!) {
    saveResultDraft(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

const of: ReadForEditing<ResultQuery, ResultPageFragment> = {
  place: 'results',
  document: ResultDocument,
  listingIn: (data) => data.result,
};

const stored = (result: ResultPageFragment): StoredDraft<ResultForm> => ({
  id: result.id,
  version: result.version,
  content: resultForm(result),
  missing: result.missing ?? [],
});

/** Writes a result, new or to be changed. */
export function EditResultPage() {
  const t = useWords(formWords);
  return (
    <EditListing of={of} title={t.newResult} intro={t.resultIntro} roles={['RESEARCHER', 'TRANSFER_OFFICER']}>
      {(standing, ownerId) => <Editor initial={standing && stored(standing)} ownerId={ownerId} />}
    </EditListing>
  );
}

function Editor({ initial, ownerId }: { initial: StoredDraft<ResultForm> | null; ownerId: string | null }) {
  const t = useWords(formWords);
  const l = useWords(listings);
  const save = useCommand(SaveResultDraftDocument);
  const handIn = useHandingIn('results', useCommand(SubmitResultDocument));
  const draft = useListingDraft(of, {
    initial,
    empty: blankResult,
    ownerId,
    stored,
    save: async ({ content, ...target }) => {
      const outcome = await save.run({ ...target, content: resultContent(content) });
      return outcome.ok ? { ok: true, data: outcome.data.saveResultDraft.result } : outcome;
    },
  });
  return (
    <StepForm
      title={initial ? t.editResult : t.newResult}
      intro={t.resultIntro}
      steps={useResultSteps(draft)}
      draft={draft}
      summary={
        <FormSummary
          title={draft.content.title}
          keywords={draft.content.keywords}
          modes={draft.content.cooperationModes}
          priceLabel={l.price}
          price={<Price result={draft.content} />}
        />
      }
      submitLabel={t.submitResult}
      onSubmit={handIn}
    />
  );
}

export { EditResultPage as Component };
