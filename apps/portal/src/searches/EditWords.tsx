import { useCommand } from '../api/command.js';
import { Field, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { SaveSearchWordsInput, SearchWordsFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { bookWords } from './bookWords.js';
import { SaveSearchWordsDocument } from './wordsDocuments.js';

export type WordBook = SearchWordsFieldsFragment;
/** What is edited: one set of synonyms by its place (the place after the last is a new one), or the stop words. */
export type Edited = number | 'stopWords';

const SEPARATORS = /[,，、;；\n]+/u;
const split = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((word) => word.trim())
    .filter(Boolean);

/** The list is kept whole: what is not edited goes along as it is. */
export const inputOf = (
  { version, synonyms, stopWords }: WordBook,
  changed: Partial<Pick<SaveSearchWordsInput, 'synonyms' | 'stopWords'>>,
): Omit<SaveSearchWordsInput, 'clientMutationId'> => ({
  expectedVersion: version,
  synonyms: synonyms.map(({ texts }) => ({ texts: [...texts] })),
  stopWords: [...stopWords],
  ...changed,
});

export function EditWords({
  book,
  edited,
  onClose,
  onSaved,
}: {
  book: WordBook;
  edited: Edited;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useWords(bookWords);
  const command = useCommand<unknown, SaveSearchWordsInput>(SaveSearchWordsDocument);
  const isStop = edited === 'stopWords';
  const present = isStop ? book.stopWords : (book.synonyms[edited]?.texts ?? []);
  const form = `searchWords/${edited}`;
  const [text, setText] = useKept(form, 'text', present.join('、'));
  const title = isStop ? t.editStopWords : present.length > 0 ? t.editSet : t.addSet;
  const change = (): Partial<Pick<SaveSearchWordsInput, 'synonyms' | 'stopWords'>> => {
    if (isStop) return { stopWords: split(text) };
    const sets = book.synonyms.map(({ texts }) => ({ texts: [...texts] }));
    sets[edited] = { texts: split(text) };
    return { synonyms: sets };
  };
  return (
    <FormDialog
      kept={form}
      title={title}
      submitLabel={t.save}
      done={t.saved}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await command.run(inputOf(book, change()));
        if (outcome.ok) onSaved();
        return outcome;
      }}
    >
      <Field
        label={isStop ? t.stopWords : t.set}
        path={isStop ? 'stopWords' : `synonyms.${edited}.texts`}
        hint={isStop ? t.stopHint : t.setHint}
        required={!isStop}
      >
        <TextArea rows={isStop ? 8 : 4} value={text} onChange={setText} />
      </Field>
    </FormDialog>
  );
}
