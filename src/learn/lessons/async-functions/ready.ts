/** A module that waits before anybody may have it: `await` at its top level. */
export const answer = await new Promise<number>((done) => {
  setTimeout(done, 150, 42);
});
