import type { DemoCity } from './city.js';

/** Reports of misconduct of one call, as strangers send them; its supervisor reads them. */
export async function reportMany(city: DemoCity, count: number): Promise<void> {
  const stranger = city.client();
  const { calls } = await stranger.query<{ calls: { edges: { node: { id: string } }[] } }>(
    '{ calls(first: 1, filter: { states: [BIDDING] }) { edges { node { id } } } }',
  );
  const callId = calls.edges[0]?.node.id;
  for (let sent = 0; sent < count; sent += 1)
    await stranger.mutate(
      'mutation ($input: FileMisconductReportInput!) { fileMisconductReport(input: $input) { clientMutationId } }',
      {
        input: {
          ...{ subject: 'CALL', callId, signed: false, named: [], concerns: ['OWNER'] },
          statement: `榜单指标照搬某单位产品参数，其他单位无法应答，附有对照表，第 ${sent} 件`,
        },
      },
    );
}
