// The browser's habits are off, except where text is edited.
import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leaveBrowserHabits } from './habits';

let stop: () => void;
beforeEach(() => {
  document.body.innerHTML = '<p>label</p><input />';
  stop = leaveBrowserHabits();
});
afterEach(() => stop());

const label = () => document.querySelector('p') as HTMLElement;
const field = () => document.querySelector('input') as HTMLElement;

it.each([
  ['reloading', { key: 'r', ctrlKey: true }],
  ['reloading by F5', { key: 'F5' }],
  ['printing', { key: 'p', ctrlKey: true }],
  ['zooming by key', { key: '+', ctrlKey: true }],
  ['going back', { key: 'ArrowLeft', altKey: true }],
])('stops %s', (_, press) => {
  expect(fireEvent.keyDown(label(), press)).toBe(false);
});

it('stops zooming by wheel and pinch, and nothing else of the wheel', () => {
  expect(fireEvent.wheel(label(), { ctrlKey: true, deltaY: 1 })).toBe(false);
  expect(fireEvent.wheel(label(), { deltaY: 1 })).toBe(true);
});

it('keeps the menu of text fields and no other', () => {
  expect(fireEvent.contextMenu(label())).toBe(false);
  expect(fireEvent.contextMenu(field())).toBe(true);
});

it('lets keys through that are typed or edit text', () => {
  expect(fireEvent.keyDown(field(), { key: 'r' })).toBe(true);
  expect(fireEvent.keyDown(field(), { key: 'c', ctrlKey: true })).toBe(true);
});
