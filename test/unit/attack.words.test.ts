import { test } from 'node:test';
import assert from 'node:assert/strict';
import { tellAgenda } from '../../electron/gate/tellAgenda.ts';
import type { Agenda } from '../../shared/agenda/agenda.ts';

test('a title in Markdown neither links, nor mentions, nor breaks its line', () => {
  const title = 'See https://evil.example or www.evil.example, @all [x](y)\n# Approved \u001b[2J';
  const agenda: Agenda = {
    name: 'Pia',
    at: 0,
    until: 0,
    waits: [],
    due: [],
    agreements: [],
    brokenGlass: [],
    freezes: [],
  };
  const freezes = [{ window: 'w', title, start: 0, end: 1, zone: 'UTC', running: true }];
  const told = tellAgenda('markdown', { ...agenda, freezes }, { board: 'B', age: null });
  const lines = told.split('\n').filter((line) => line.includes('evil'));
  assert.equal(lines.length, 1);
  assert.doesNotMatch(told, /[^\\]:\/\/|www\.|[^\\]@|[^\\]\[/);
  assert.ok(!told.includes('\u001b'));
});
