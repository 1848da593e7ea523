import type { ResultFacts } from '../core/listing.js';
import { startEngine } from './engine-thread.js';

const facts: ResultFacts = {
  kind: 'RESULT',
  id: 'r',
  ownerId: 'seller',
  divisionCode: '140900',
  cluster: null,
  techField: null,
  cooperationModes: [],
  online: true,
  expiresOn: null,
  trl: null,
  priceMode: null,
  priceMin: null,
  priceMax: null,
  rights: [],
};

describe('startEngine', () => {
  it('ends a change of models that is under way when it is closed', async () => {
    const engine = startEngine();
    const rows = [{ id: 'r', revision: 1, text: '光伏组件无水清洗机器人', facts }];
    await engine.ask({ call: 'apply', kind: 'RESULT', rows });
    const adopting = engine.ask({ call: 'adopt', models: { id: null, towers: [], weights: null } });
    await engine.close();
    await expect(adopting).rejects.toThrow('the matching engine stopped');
  });
});
