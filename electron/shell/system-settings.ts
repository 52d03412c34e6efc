import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/ipc/app.ts';
import type { MainWindow } from './main-window.ts';

/** What settings change outside the window's page. */
export function applySettings(settings: Settings, window: MainWindow): void {
  if (nativeTheme.themeSource !== settings.theme) nativeTheme.themeSource = settings.theme;
  window.protectContent(settings.contentProtection);
}
