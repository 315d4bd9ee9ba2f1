import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnounceQueue } from './announceQueue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function listen() {
  const heard: string[] = [];
  const queue = createAnnounceQueue((text) => heard.push(text), 500);
  return { heard, queue };
}

test('while sentences keep coming nothing is said; then only the last one', () => {
  const { heard, queue } = listen();
  queue.say('Now denied');
  vi.advanceTimersByTime(400);
  queue.say('Now allowed');
  vi.advanceTimersByTime(400);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(['Now allowed']);
});

test('the same sentence later is new text to the region, so that it is heard again', () => {
  const { heard, queue } = listen();
  for (let time = 0; time < 3; time++) {
    queue.say('Copied');
    vi.runAllTimers();
  }
  expect(heard.map((text) => text.trim())).toEqual(['Copied', 'Copied', 'Copied']);
  expect(heard[1]).not.toBe(heard[0]);
  expect(heard[2]).not.toBe(heard[1]);
});

test('once stopped it says nothing more', () => {
  const { heard, queue } = listen();
  queue.say('Copied');
  queue.stop();
  vi.runAllTimers();
  expect(heard).toEqual([]);
});
