import { randomUUID } from 'node:crypto';
import type { GraphClient } from '@jihui/testing';
import { odd, oddly, type Cast } from './trial-cast.js';
import { at, type Subject } from './walk.js';

interface Sheet extends Subject {
  readonly version: number;
  readonly callId: string;
  readonly dueOn: string;
  readonly fees: readonly { readonly id: string }[];
}

/** Of a review that is concluded: what its experts are owed, and what counts against one of them. */
export async function tryReviewers({ trials, officer, outsiders }: Cast, callId: string): Promise<void> {
  const { reviewFeeSheets, reviewCreditEvents } = await officer.query<{
    reviewFeeSheets: { edges: { node: Sheet }[] };
    reviewCreditEvents: { edges: { node: Subject & { callId: string } }[] };
  }>(`{
    reviewFeeSheets(first: 20) { edges { node { id version callId dueOn fees { id } } } }
    reviewCreditEvents(first: 20) { edges { node { id version callId } } }
  }`);
  const sheet = reviewFeeSheets.edges.map(({ node }) => node).find((one) => one.callId === callId);
  const event = reviewCreditEvents.edges.map(({ node }) => node).find((one) => one.callId === callId);
  if (sheet === undefined || event === undefined) throw new Error('the review left no fees or no record');
  await trials.run({
    mutation: 'payReviewFees',
    who: officer,
    others: outsiders,
    input: {
      ...{ ...at(sheet), feeIds: sheet.fees.slice(0, 2).map(({ id }) => id), paidOn: sheet.dueOn },
      ...{ voucher: oddly('财付2026-18'), files: [await receipt(officer, callId)] },
    },
  });
  await trials.run({
    mutation: 'liftReviewCreditEvent',
    who: officer,
    others: outsiders,
    input: { ...at(event), reason: odd('经核实邀请邮件没有送达，不是专家的过错') },
  });
}

async function receipt(officer: GraphClient, callId: string): Promise<string> {
  const content = Buffer.from(`%PDF-1.4 ${randomUUID()}`);
  const { body, status } = await officer.upload('/files/challenges/records', '银行回单.pdf', content, {
    callId,
    action: 'payReviewFees',
  });
  if (status !== 201) throw new Error(`no receipt: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}
