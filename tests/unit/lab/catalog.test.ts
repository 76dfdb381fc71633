import { expect, it } from 'vitest';
import { entryOf, LABELS, needTask } from '../../../src/lab/model/catalog.ts';
import { TASK_GROUPS } from '../../../src/lab/view/task-groups.ts';
import { TASK_IDS } from '../../../src/tasks/ids.ts';
import { infoOf } from '../../../src/tasks/infos.ts';

it('the pictures’ tasks are known at once, the others once they are waited for', async () => {
  expect(() => entryOf('sort')).toThrow('Nothing is known of sort yet.');
  for (const name of [null, 'blur', 'nothing', 'toString']) await needTask(name);
  expect(entryOf('blur').id).toBe('blur');
  expect(() => infoOf('sort')).toThrow('Nothing is known of sort yet.');
  await needTask('sort');
  expect(TASK_IDS.map((id) => [entryOf(id).id, infoOf(id).id])).toEqual(TASK_IDS.map((id) => [id, id]));
  expect(Object.keys(LABELS)).toEqual([...TASK_IDS]);
});

it('every task stands in one group, in the one order', () => {
  expect(Object.values(TASK_GROUPS).flat()).toEqual(TASK_IDS);
});
