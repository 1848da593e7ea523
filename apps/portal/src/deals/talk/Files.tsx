import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../../api/actions.js';
import { fileSize } from '../../design/amounts.js';
import { Button } from '../../design/Button.js';
import { DataTable } from '../../design/DataTable.js';
import { Section } from '../../design/DetailPage.js';
import { Field } from '../../design/Field.js';
import { Loaded } from '../../design/Loaded.js';
import { Tip } from '../../design/Tip.js';
import { useToast } from '../../design/Toast.js';
import { FileLink, UploadList } from '../../design/UploadList.js';
import { When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { FilesDocument } from '../talkDocuments.js';
import { talkWords } from '../talkWords.js';
import type { Deal } from '../types.js';
import { uploadTo } from '../uploadTo.js';

const PAGE = 30;

/** Every file of the deal that I may open; uploads stay ours until they are attached somewhere. */
export function Files({ deal }: { deal: Deal }) {
  const t = useWords(talkWords);
  const toast = useToast();
  const [first, setFirst] = useState(PAGE);
  const context = useMemo(() => ({ additionalTypenames: ['DealFile'] }), []);
  const [result, ask] = useQuery({ query: FilesDocument, variables: { dealId: deal.id, first }, context });
  const action = findAction(deal.availableActions, 'uploadFile');
  return (
    <Section title={t.files} id="files">
      <p className="quiet">{t.filesIntro}</p>
      <Loaded
        result={result}
        value={result.data?.dealFiles}
        cards={2}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(files) => (
          <>
            {files.edges.length === 0 ? (
              <p>{t.noFiles}</p>
            ) : (
              <DataTable
                caption={t.files}
                rows={files.edges.map((edge) => edge.node)}
                keyOf={(file) => file.id}
                columns={[
                  {
                    key: 'name',
                    title: t.name,
                    render: (file) => <FileLink href={file.url}>{file.name}</FileLink>,
                  },
                  {
                    key: 'size',
                    title: t.size,
                    right: true,
                    render: (file) => <span className="num">{fileSize(file.size)}</span>,
                  },
                  { key: 'seen', title: t.visible, render: (file) => (file.shared ? t.shared : t.own) },
                  {
                    key: 'by',
                    title: t.uploadedBy,
                    render: (file) => (
                      <>
                        {file.uploadedByName} · <When at={file.uploadedAt} />
                      </>
                    ),
                  },
                  {
                    key: 'hash',
                    title: t.showHash,
                    render: (file) => (
                      <Tip text={file.sha256}>
                        <code className="mono">{file.sha256.slice(0, 8)}…</code>
                      </Tip>
                    ),
                  },
                ]}
              />
            )}
            {files.pageInfo.hasNextPage && first < 100 && (
              <Button onClick={() => setFirst(Math.min(100, first + PAGE))}>{t.more}</Button>
            )}
          </>
        )}
      </Loaded>
      {action?.enabled && (
        <Field label={t.upload}>
          <UploadList
            domain={uploadTo(deal.id)}
            files={[]}
            onChange={() => {
              toast(t.uploaded);
              ask({ requestPolicy: 'network-only' });
            }}
            max={10}
          />
        </Field>
      )}
    </Section>
  );
}
