import './app/ahead.ts';
import { mount } from 'svelte';
import App from './app/App.svelte';
import { makingTurn } from './ui/turn.ts';

const target = document.getElementById('app');
// Compiling it was work enough for one turn of a slow phone.
if (target !== null) void makingTurn().then(() => mount(App, { target }));
