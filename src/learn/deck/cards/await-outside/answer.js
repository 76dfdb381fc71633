const answer = await 42;
postMessage(answer);
