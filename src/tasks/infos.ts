import type { TaskInfo } from './contract.ts';
import type { TaskId } from './ids.ts';
import { blurInfo, denoiseInfo, edgesInfo } from './image/info.ts';

/** What is known of tasks without their kernels. Those that a first visit needn't know come later: `addInfos`. */
const infos: Partial<Record<TaskId, TaskInfo>> = {
  blur: blurInfo,
  edges: edgesInfo,
  denoise: denoiseInfo,
};

export function addInfos(more: Readonly<Partial<Record<TaskId, TaskInfo>>>): void {
  Object.assign(infos, more);
}

/** @throws Error before the task was added */
export function infoOf(id: TaskId): TaskInfo {
  const info = infos[id];
  if (info === undefined) throw new Error(`Nothing is known of ${id} yet.`);
  return info;
}
