import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { CheckBox, ErrorsProvider, Field, SelectInput } from '../design/Field.js';
import { Bone, FailureState, Notice, Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { common } from '../i18n/common.js';
import { useWords, words } from '../i18n/index.js';
import css from './Nda.module.css';

const nda = words(
  {
    title: '签署保密协议',
    as: '签署单位',
    asHint: '由本单位的技术转移专员或单位管理员签署，签署后本单位成员均可查看，并承担保密义务。',
    agree: (version: number) => `已阅读并代表本单位同意本协议（第 ${version} 版）`,
    sign: '签署并查看',
    signed: '保密协议已签署',
    nobody: '您在已认证单位中没有签署权限。请联系本单位的技术转移专员或单位管理员签署。',
    digest: '文本指纹（SHA-256）',
    mustAgree: '请先阅读并勾选同意',
  },
  {
    title: 'Accept the non-disclosure agreement',
    as: 'Organisation',
    asHint:
      'Accepted by its transfer officer or administrator; its members may read then and are bound to secrecy.',
    agree: (version: number) =>
      `I have read this agreement (version ${version}) and accept it for the organisation`,
    sign: 'Accept and read',
    signed: 'Accepted',
    nobody: 'You may not accept it for a verified organisation. Ask your transfer officer or administrator.',
    digest: 'Fingerprint of the text (SHA-256)',
    mustAgree: 'Read it and tick the box first',
  },
);

const CurrentNdaDocument = graphql(`
  query CurrentNda {
    currentNda {
      version
      title
      text
      sha256
    }
  }
`);

const AcceptNdaDocument = graphql(`
  mutation AcceptNda($input: AcceptNdaInput!) {
    acceptNda(input: $input) {
      acceptance {
        id
        acceptedAt
      }
      result {
        id
        version
      }
      need {
        id
        version
      }
      clientMutationId
    }
  }
`);

/** The agreement's text, accepted for an organisation by who may sign for it. */
export function NdaDialog({ listingId, onClose }: { listingId: string; onClose: () => void }) {
  const t = useWords(nda);
  const c = useWords(common);
  const toast = useToast();
  const { organisationsAs } = useViewer();
  const [result] = useQuery({ query: CurrentNdaDocument, requestPolicy: 'cache-and-network' });
  const accept = useCommand(AcceptNdaDocument);
  const organisations = organisationsAs('TRANSFER_OFFICER');
  const [organisationId, setOrganisation] = useState(organisations[0]?.id ?? '');
  const [agreed, setAgreed] = useState(false);
  const [untickedTried, setTried] = useState(false);
  const text = result.data?.currentNda;
  const sign = async (): Promise<void> => {
    if (!text) return;
    if (!agreed) {
      setTried(true);
      return;
    }
    const outcome = await accept.run({ listingId, organisationId, ndaVersion: text.version });
    if (!outcome.ok) return;
    toast(t.signed);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text?.title ?? t.title}
      footer={
        <>
          <Button onClick={onClose}>{c.cancel}</Button>
          {organisations.length > 0 && (
            <Button tone="primary" busy={accept.busy} onClick={() => void sign()}>
              {t.sign}
            </Button>
          )}
        </>
      }
    >
      {result.error && <FailureState failure={failureOf(result.error)} />}
      {!text && !result.error && <Bone height={200} />}
      {text && (
        <>
          <div className={css['text']} tabIndex={0} role="document" aria-label={text.title}>
            {text.text}
          </div>
          <p className="quiet">
            {t.digest} <span className="mono">{text.sha256}</span>
          </p>
        </>
      )}
      {organisations.length === 0 ? (
        <Notice tone="amber">{t.nobody}</Notice>
      ) : (
        <ErrorsProvider value={accept.failure?.violations ?? []}>
          <Field label={t.as} path="organisationId" hint={t.asHint}>
            <SelectInput
              value={organisationId}
              onChange={setOrganisation}
              choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          {text && (
            <CheckBox checked={agreed} onChange={setAgreed}>
              {t.agree(text.version)}
            </CheckBox>
          )}
          {untickedTried && !agreed && <Notice tone="amber">{t.mustAgree}</Notice>}
        </ErrorsProvider>
      )}
      <Refusal failure={accept.failure} />
    </Dialog>
  );
}
