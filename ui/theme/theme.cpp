// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyleHints>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

Theme &currentTheme() {
  static Theme theme;
  return theme;
}

const QString PortalService = u"org.freedesktop.portal.Desktop"_s;
const QString PortalPath = u"/org/freedesktop/portal/desktop"_s;
const QString PortalInterface = u"org.freedesktop.portal.Settings"_s;
const QString AppearanceGroup = u"org.freedesktop.appearance"_s;
const QString ColourSchemeKey = u"color-scheme"_s;

/// The portal's old Read wraps its answer twice.
QVariant unwrapped(QVariant value) {
  while (value.userType() == qMetaTypeId<QDBusVariant>())
    value = value.value<QDBusVariant>().variant();
  return value;
}

bool isDarkPalette(const QPalette &palette) {
  return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// Black on white or the reverse, everywhere: what the high-contrast themes of the desktops set.
bool isHighContrast(const QPalette &palette) {
  constexpr double Highest = 20.9;
  return contrastRatio(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > Highest &&
         contrastRatio(palette.color(QPalette::Base), palette.color(QPalette::Text)) > Highest;
}

} // namespace

const Theme &Theme::current() {
  return currentTheme();
}

const Tokens &tokens() {
  return currentTheme().tokens;
}

ThemeController::ThemeController(ThemeSetting setting, QObject *parent)
    : QObject(parent)
    , m_setting(setting)
    , m_systemPalette(QGuiApplication::palette()) {
  setupStyle();
  apply();
  setupPortal();
  setupStyleHints();
  m_started = true;
}

void ThemeController::setupStyle() {
  // One style for the application; a second controller (in tests) finds it in place.
  if (!qobject_cast<OxpStyle *>(QApplication::style()))
    QApplication::setStyle(new OxpStyle);
}

void ThemeController::setupPortal() {
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected())
    return;
  // Without its type known by name the slot is not found.
  qRegisterMetaType<QDBusVariant>();
  // No service named: QtDBus would wait for the name's owner. Path and interface are enough.
  bus.connect({}, PortalPath, PortalInterface, u"SettingChanged"_s, this,
              SLOT(onPortalSetting(QString, QString, QDBusVariant)));
  QDBusMessage call = QDBusMessage::createMethodCall(PortalService, PortalPath, PortalInterface, u"Read"_s);
  call << AppearanceGroup << ColourSchemeKey;
  auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
    const QDBusPendingReply<QDBusVariant> reply = *done;
    done->deleteLater();
    if (!reply.isError())
      applyDesktopWish(unwrapped(reply.value().variant()).toUInt());
  });
#endif
}

void ThemeController::setupStyleHints() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  const auto follow = [this](Qt::ColorScheme scheme) {
    applyDesktopWish(scheme == Qt::ColorScheme::Dark ? 1 : scheme == Qt::ColorScheme::Light ? 2 : 0);
  };
  connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, follow);
  follow(QGuiApplication::styleHints()->colorScheme());
#endif
}

void ThemeController::onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value) {
  if (group == AppearanceGroup && key == ColourSchemeKey)
    applyDesktopWish(unwrapped(value.variant()).toUInt());
}

void ThemeController::setSetting(ThemeSetting setting) {
  if (setting == m_setting)
    return;
  m_setting = setting;
  apply();
}

void ThemeController::applyDesktopWish(uint wish) {
  if (wish == m_wish)
    return;
  m_wish = wish;
  if (m_setting == ThemeSetting::System)
    apply();
}

Scheme ThemeController::wantedScheme() const {
  if (m_setting != ThemeSetting::System)
    return m_setting == ThemeSetting::Dark ? Scheme::Dark : Scheme::Light;
  if (m_wish == 1)
    return Scheme::Dark;
  if (m_wish == 2)
    return Scheme::Light;
  return isDarkPalette(m_systemPalette) ? Scheme::Dark : Scheme::Light;
}

void ThemeController::apply() {
  const Scheme scheme = wantedScheme();
  const bool asItIs = m_setting == ThemeSetting::System && isHighContrast(m_systemPalette);
  Theme &theme = currentTheme();
  if (m_started && asItIs == m_asItIs && scheme == theme.scheme)
    return;
  m_asItIs = asItIs;
  theme.scheme = asItIs && isDarkPalette(m_systemPalette) ? Scheme::Dark : scheme;
  theme.tokens = asItIs ? tokensFromPalette(m_systemPalette) : tokensFor(scheme);
  QApplication::setPalette(asItIs ? m_systemPalette : paletteFrom(theme.tokens));
  QToolTip::setPalette(QApplication::palette());
  emit changed();
}

} // namespace oxp
