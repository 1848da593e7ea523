import { useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Field, TextInput } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Refusal } from '../design/States.js';
import { Label } from '../design/StatusTag.js';
import { Timeline } from '../design/Timeline.js';
import { useToast } from '../design/Toast.js';
import type { SaveSearchWordsInput } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { bookWords } from './bookWords.js';
import { EditWords, inputOf, type Edited, type WordBook } from './EditWords.js';
import { SaveSearchWordsDocument, SearchWordsDocument } from './wordsDocuments.js';

/** More sets than these are found by a word of theirs. */
const SHOWN = 50;

/** What the sections share: whether one may change the book, and how. */
interface Keeping {
  readonly book: WordBook;
  readonly may: boolean;
  readonly onEdit: (edited: Edited) => void;
  readonly onSaved: () => void;
}

function SetButtons({ book, index, onEdit, onSaved }: Omit<Keeping, 'may'> & { index: number }) {
  const t = useWords(bookWords);
  const c = useWords(common);
  const toast = useToast();
  const command = useCommand<unknown, SaveSearchWordsInput>(SaveSearchWordsDocument);
  const name = book.synonyms[index]?.texts.join('、') ?? '';
  const remove = async (): Promise<void> => {
    const rest = book.synonyms.filter((_, at) => at !== index).map(({ texts }) => ({ texts: [...texts] }));
    const { ok } = await command.run(inputOf(book, { synonyms: rest }));
    if (!ok) return;
    toast(t.removed);
    onSaved();
  };
  return (
    <>
      <span className="row">
        <Button size="small" label={t.editOne(name)} onClick={() => onEdit(index)}>
          {c.edit}
        </Button>
        <Button
          size="small"
          tone="quiet"
          icon="trash"
          label={t.removeOne(name)}
          busy={command.busy}
          onClick={() => void remove()}
        />
      </span>
      <Refusal failure={command.failure} />
    </>
  );
}

function Synonyms(keeping: Keeping) {
  const t = useWords(bookWords);
  const { book, may, onEdit } = keeping;
  const [wanted, setWanted] = useState('');
  const sets = book.synonyms.map(({ texts }, index) => ({ texts, index }));
  // The newest first: what was just added is seen.
  const found = sets
    .filter(({ texts }) => texts.some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase())))
    .reverse();
  const shown = found.slice(0, SHOWN);
  return (
    <Section title={t.synonyms} id="synonyms">
      <p className="quiet">{t.synonymsText}</p>
      {sets.length > 10 && (
        <div style={{ maxWidth: 320 }}>
          <Field label={t.find}>
            <TextInput value={wanted} onChange={setWanted} />
          </Field>
        </div>
      )}
      {shown.length === 0 ? (
        <p className="quiet">{sets.length === 0 ? t.noSynonyms : t.noneFound}</p>
      ) : (
        <DataTable
          caption={t.synonyms}
          rows={shown}
          keyOf={({ texts }) => texts.join('\n')}
          columns={[
            {
              key: 'texts',
              title: t.set,
              render: ({ texts }) => (
                <span className="row">
                  {texts.map((text) => (
                    <Label key={text}>{text}</Label>
                  ))}
                </span>
              ),
            },
            ...(may
              ? [
                  {
                    key: 'acts',
                    title: t.acts,
                    width: '160px',
                    render: ({ index }: { index: number }) => <SetButtons {...keeping} index={index} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      {found.length > shown.length && <p className="quiet">{t.more(found.length - shown.length)}</p>}
      {may && (
        <div>
          <Button tone="primary" icon="plus" onClick={() => onEdit(sets.length)}>
            {t.addSet}
          </Button>
        </div>
      )}
    </Section>
  );
}

function StopWords({ book, may, onEdit }: Keeping) {
  const t = useWords(bookWords);
  return (
    <Section title={t.stopWords} id="stop-words">
      <p className="quiet">{t.stopText}</p>
      {book.stopWords.length === 0 ? (
        <p className="quiet">{t.noStopWords}</p>
      ) : (
        <div className="row">
          {book.stopWords.map((word) => (
            <Label key={word}>{word}</Label>
          ))}
        </div>
      )}
      {may && (
        <div>
          <Button icon="edit" onClick={() => onEdit('stopWords')}>
            {t.editStopWords}
          </Button>
        </div>
      )}
    </Section>
  );
}

function View({ book, onSaved }: { book: WordBook; onSaved: () => void }) {
  const t = useWords(bookWords);
  const [edited, setEdited] = useState<Edited | null>(null);
  const may = findAction(book.availableActions, 'save') !== undefined;
  const keeping: Keeping = { book, may, onEdit: setEdited, onSaved };
  return (
    <div className="stack">
      <Synonyms {...keeping} />
      <StopWords {...keeping} />
      <Section title={t.history} id="history">
        <Timeline entries={book.timeline} nameOf={() => t.keptWords} />
      </Section>
      {edited !== null && (
        <EditWords book={book} edited={edited} onClose={() => setEdited(null)} onSaved={onSaved} />
      )}
    </div>
  );
}

/** 检索词表: synonyms and stop words, which count for the next search. */
export function Component() {
  const t = useWords(bookWords);
  const [result, ask] = useQuery({ query: SearchWordsDocument, requestPolicy: 'cache-and-network' });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <Loaded result={result} value={result.data?.searchWords} onRetry={again}>
        {(book) => <View book={book} onSaved={again} />}
      </Loaded>
    </div>
  );
}
