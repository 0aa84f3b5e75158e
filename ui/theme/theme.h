// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace oxp {

/// What the person chose under View > Theme.
enum class ThemeSetting { System, Light, Dark };

/// The scheme in force and its colours, for everything that paints. GUI thread only.
struct Theme {
  Scheme scheme = Scheme::Light;
  Tokens tokens = tokensFor(Scheme::Light);

  bool isDark() const { return scheme == Scheme::Dark; }

  /// The theme that is in force now. Read it while painting; do not keep colours.
  static const Theme &current();
};

/// Shorthand for Theme::current().tokens.
const Tokens &tokens();

/// Decides between light and dark and sets the application's style and palette. Make one, right after the
/// QApplication; nothing here waits: the desktop portal is asked asynchronously and answers by changed().
class ThemeController : public QObject {
  Q_OBJECT

public:
  explicit ThemeController(ThemeSetting setting = ThemeSetting::System, QObject *parent = nullptr);

  ThemeSetting setting() const { return m_setting; }
  void setSetting(ThemeSetting setting);

  /// What the desktop wishes, as the portal writes it: 0 no wish, 1 dark, 2 light.
  void applyDesktopWish(uint wish);

signals:
  /// After style, palette and Theme::current() have been switched. Lexers and cached pictures follow it.
  void changed();

private slots:
  void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
  void setupStyle();
  void setupPortal();
  void setupStyleHints();
  void apply();
  Scheme wantedScheme() const;

  ThemeSetting m_setting;
  QPalette m_systemPalette; ///< read before ours is set
  uint m_wish = 0;
  bool m_asItIs = false; ///< the system's palette is one of high contrast and in force
  bool m_started = false;
};

} // namespace oxp
