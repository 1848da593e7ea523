import { ConfigProvider, theme as antdTheme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { useEffect, useMemo, type ReactNode } from 'react';
import { Outlet } from 'react-router';
import { colour, fontSize, lineHeight, radius } from '../design/theme.js';
import { useTheme } from '../design/Theme.js';
import { useLanguage } from '../i18n/index.js';

/** antd with the portal's tokens, loaded only with the areas, or the dialogs of public pages, that need its controls. */
export function AntdArea({ children }: { readonly children?: ReactNode }) {
  const { theme } = useTheme();
  const { language } = useLanguage();
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  const tokens = useMemo(
    () => ({
      algorithm: theme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
      token: {
        colorPrimary: colour(theme, 'accent'),
        colorInfo: colour(theme, 'accent'),
        colorSuccess: colour(theme, 'accent'),
        colorWarning: colour(theme, 'amber'),
        colorError: colour(theme, 'red'),
        colorLink: colour(theme, 'accent'),
        colorTextBase: colour(theme, 'ink'),
        colorText: colour(theme, 'ink'),
        colorTextSecondary: colour(theme, 'ink2'),
        colorTextTertiary: colour(theme, 'ink3'),
        colorTextPlaceholder: colour(theme, 'ink3'),
        colorBgContainer: colour(theme, 'surface'),
        colorBgElevated: colour(theme, 'raised'),
        colorBgLayout: colour(theme, 'ground'),
        colorBorder: colour(theme, 'line-strong'),
        colorBorderSecondary: colour(theme, 'line'),
        borderRadius: radius,
        fontSize,
        lineHeight,
        fontFamily: 'inherit',
        controlHeight: 36,
        wireframe: false,
      },
    }),
    [theme],
  );
  return (
    <ConfigProvider
      theme={tokens}
      locale={language === 'zh' ? zhCN : enUS}
      // A popup inside a modal dialog must be in the dialog, or the browser's top layer covers it.
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.body}
    >
      {children ?? <Outlet />}
    </ConfigProvider>
  );
}

export { AntdArea as Component };
