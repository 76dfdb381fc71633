import { describe, expect, it } from 'vitest';
import { groupText, rowsOf } from '../../../scripts/peers/table.mjs';
import { GROUPS, type Group } from '../../../scripts/peers/groups.mjs';
import { nodePeers } from '../../../scripts/peers/node-peers.mjs';

const group: Group = {
  name: 'two',
  title: 'Two ways',
  says: ['ours: as it is'],
  comparisons: [{ ours: 'ours', against: [{ peer: 'theirs', goal: 0.5 }] }],
};

const runsOf = (ours: number[], theirs: number[]) =>
  new Map([
    ['ours', ours.map((ms) => ({ ms, frames: 100 - ms }))],
    ['theirs', theirs.map((ms) => ({ ms }))],
  ]);

describe('the table of peers', () => {
  it('compares best with best and median with median', () => {
    const [row] = rowsOf(group, runsOf([30, 10, 20], [40, 100, 50]));
    expect(row).toMatchObject({ best: 0.25, median: 0.4, goal: 0.5 });
  });

  it.each([
    ['met', [10, 20, 30], [40, 50, 60], '≤ 0.5: met'],
    ['missed', [30, 40, 50], [40, 50, 60], '≤ 0.5: missed'],
    ['met by one of the two', [10, 45, 50], [40, 50, 60], '≤ 0.5: met by the best runs only'],
  ])('says whether a goal is %s', (_, ours, theirs, verdict) => {
    expect(groupText(group, runsOf(ours, theirs))).toMatch(new RegExp(`${verdict} +\\|`));
  });

  it('is Markdown: a heading, what is measured, both tables; what a contender hasn’t got is n/a', () => {
    const text = groupText(group, runsOf([10, 20, 30], [40, 50, 60]));
    expect(text).toContain('### Two ways\n\n- ours: as it is\n\n| contender');
    expect(text).toMatch(/\| ours +\| 10\.0, 20\.0, 30\.0 +\| 70\.0, 80\.0, 90\.0 +\|/);
    expect(text).toMatch(/\| theirs +\| 40\.0, 50\.0, 60\.0 +\| n\/a, n\/a, n\/a +\|/);
    expect(text).toContain('frames: least, median, most');
  });
});

it('each group has its name to itself, and compares only what can be run', () => {
  const names = GROUPS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const named = GROUPS.flatMap(({ comparisons }) => comparisons).flatMap(({ ours, against }) => [
    ours,
    ...against.map(({ peer }) => peer),
  ]);
  const inNode = named.filter((name) => name.startsWith('node '));
  expect(Object.keys(nodePeers)).toEqual(expect.arrayContaining(inNode));
});
