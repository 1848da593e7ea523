import { aContract } from '../../test/contract.fixture.js';
import { timelineFor } from './timeline.js';
import { conclusionViolations, expertViolations, newSeat, panelFavours, panelGaps } from './experts.js';
import type { Expert } from './contract.js';

const expert = (change: Partial<Expert> = {}): Expert => ({
  ...newSeat('019d0000-0000-7000-8000-000000000001'),
  name: '郝教授',
  unit: '太原某大学',
  title: '教授',
  undertakenOn: '2026-11-20',
  favourable: true,
  opinion: '技术内容明确，属于技术转让。',
  ...change,
});
const codes = (experts: readonly Expert[]): string[] =>
  expertViolations(experts, aContract(), { today: '2026-11-23', staff: ['刘慧'] }).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('a panel of experts', () => {
  it('has nobody of a side and none of its reviewers', () => {
    expect(codes([expert()])).toEqual([]);
    expect(codes([expert({ unit: '忻州示范 大学' })])).toEqual(['experts.0.unit CONTRACT.EXPERT_HAS_STAKE']);
    expect(codes([expert({ name: '王经理' })])).toEqual(['experts.0.name CONTRACT.EXPERT_HAS_STAKE']);
    expect(codes([expert({ name: '刘 慧' })])).toEqual(['experts.0.name CONTRACT.EXPERT_HAS_STAKE']);
  });

  it('names all that is wrong at once', () => {
    expect(codes([])).toEqual(['experts REQUIRED']);
    expect(
      codes([
        expert({ name: '', unit: '', undertakenOn: '2026-12-01' }),
        expert({ undertakenOn: null }),
        expert({ favourable: null }),
        expert({ name: '安工', opinion: '' }),
      ]),
    ).toEqual([
      'experts.0.name REQUIRED',
      'experts.0.unit REQUIRED',
      'experts.0.undertakenOn DATE_IN_FUTURE',
      'experts.1.undertakenOn CONTRACT.UNDERTAKING_MISSING',
      'experts.2.name REPEATED',
      'experts.2.favourable REQUIRED',
      'experts.3.opinion REQUIRED',
    ]);
    expect(codes(Array.from({ length: 16 }, (_, index) => expert({ name: `专家${index}` })))).toEqual([
      'experts TOO_MANY',
    ]);
  });

  it('concludes when enough of them have undertaken and spoken', () => {
    const gaps = (experts: readonly Expert[]) =>
      panelGaps(experts, 3).map(({ path, code }) => `${path} ${code}`);
    const three = ['甲', '乙', '丙'].map((name) => expert({ name }));
    expect(gaps(three)).toEqual([]);
    expect(gaps([expert({ undertakenOn: null, favourable: null })])).toEqual([
      'experts CONTRACT.EXPERTS_TOO_FEW',
      'experts.0.undertakenOn CONTRACT.UNDERTAKING_MISSING',
      'experts.0.favourable CONTRACT.EXPERT_SILENT',
    ]);
  });

  it('is the registry’s own matter: its history names nobody to the applicant', () => {
    const entries = [{ action: 'convene', reason: '郝教授（太原某大学）' }];
    expect(timelineFor('APPLICANT', entries)).toEqual([]);
    expect(timelineFor('REGISTRY', entries)).toEqual(entries);
  });

  it('concludes as most of them do', () => {
    const votes = (...favourable: boolean[]) =>
      favourable.map((vote, index) => expert({ name: `专家${index}`, favourable: vote }));
    expect(panelFavours(votes(true, true, false))).toBe(true);
    expect(panelFavours(votes(true, false))).toBe(false);
    expect(conclusionViolations(votes(true, true, false), true)).toEqual([]);
    expect(conclusionViolations(votes(true, true, false), false).map(({ code }) => code)).toEqual([
      'CONTRACT.AGAINST_EXPERTS',
    ]);
    expect(conclusionViolations(votes(true, false), true).map(({ code }) => code)).toEqual([
      'CONTRACT.AGAINST_EXPERTS',
    ]);
  });
});
