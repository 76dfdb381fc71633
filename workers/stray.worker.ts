/**
 * For the lesson about rejections that nobody handles: rejects or throws when it is told to, and says when its own
 * `unhandledrejection` fires. Nothing is caught, on purpose.
 */
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  postMessage(`in the worker: ${String(event.reason)}`);
});

addEventListener('message', ({ data }: MessageEvent<'reject' | 'throw'>) => {
  if (data === 'reject') void Promise.reject(new Error('rejected'));
  else throw new Error('thrown');
});
