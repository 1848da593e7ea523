import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '../../design/Button.js';
import { Loaded } from '../../design/Loaded.js';
import { Notice } from '../../design/States.js';
import { useWords } from '../../i18n/index.js';
import { ContractTextDocument } from '../text/documents.js';
import type { ReadFile } from '../text/proposals.js';
import { ReadingStatus } from '../text/ReadingStatus.js';
import { pageAnchor, TextPages } from '../text/TextPages.js';
import type { Contract } from '../types.js';
import { reviewWords } from './reviewWords.js';

/** Files whose text can be read here. */
const textsOf = ({ files }: Contract): readonly ReadFile[] => files.filter(({ reading }) => reading !== null);

/** 合同文本, beside the conditions and findings that are held against it. */
export function TextBeside({
  contract,
  page,
  fileId,
}: {
  contract: Contract;
  page: number | null;
  /** The file that is meant; the first text otherwise. */
  fileId?: string;
}) {
  const t = useWords(reviewWords);
  const texts = textsOf(contract);
  const [chosen, choose] = useState(fileId ?? texts[0]?.id);
  const file = texts.find(({ id }) => id === chosen) ?? texts[0];
  if (file === undefined) return <Notice>{t.noText}</Notice>;
  return (
    <div className="stack">
      {texts.length > 1 && (
        <div className="row" role="group" aria-label={t.contractText}>
          {texts.map(({ id, name }) => (
            <Button key={id} size="small" pressed={id === file.id} onClick={() => choose(id)}>
              {name}
            </Button>
          ))}
        </div>
      )}
      <ReadingStatus contractId={contract.id} file={file} />
      {file.reading?.state === 'READ' && <Pages key={file.id} file={file} page={page} />}
    </div>
  );
}

function Pages({ file, page }: { file: ReadFile; page: number | null }) {
  // Past any cache: each opening is a view that the server records.
  const [result, ask] = useQuery({
    query: ContractTextDocument,
    variables: { fileId: file.id },
    requestPolicy: 'network-only',
  });
  const text = result.data?.contractText;
  useEffect(() => {
    if (text && page !== null) document.getElementById(pageAnchor(page))?.scrollIntoView({ block: 'start' });
  }, [text, page]);
  return (
    <Loaded result={result} value={text} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {(found) => <TextPages text={found} reading={file.reading} />}
    </Loaded>
  );
}
