// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QString>

#include <algorithm>
#include <type_traits>

namespace oxp {

/// One setting: key, default and clamp in one place. A new one is a line in namespace `setting` and a row of
/// the dialog.
template <typename T>
struct Setting {
  const char *key;
  T fallback;
  T least{};
  T most{};

  T clamp(T value) const {
    if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, const char *>)
      return value;
    else
      return std::clamp(value, least, most);
  }
};

enum class PanePlace : int { Automatic, Right, Below };

namespace setting {
inline constexpr Setting<int> Theme{"look/theme", 0, 0, 2};           ///< ThemeSetting of ui/theme
inline constexpr Setting<const char *> Language{"look/language", ""}; ///< "" = by locale; at the next start
inline constexpr Setting<bool> CompactRows{"look/compactRows", false};
inline constexpr Setting<int> PanePosition{"look/panePlace", 0, 0, 2};      ///< PanePlace
inline constexpr Setting<int> ReviewBefore{"saving/reviewBefore", 1, 0, 2}; ///< policy::ReviewSetting
inline constexpr Setting<int> PollSeconds{"live/pollSeconds", 10, 1, 600};  ///< for what has no event
inline constexpr Setting<int> RediscoverSeconds{"live/rediscoverSeconds", 8, 5, 3600};
inline constexpr Setting<int> SearchLimit{"jobs/searchLimit", 100'000, 1'000,
                                          100'000'000};                     ///< newest jobs looked at a state
inline constexpr Setting<const char *> RecordsFolder{"records/folder", ""}; ///< "" = in the data folder
inline constexpr Setting<int> RecordDays{"records/days", 365, 1, 3'650};
inline constexpr Setting<int> RecordMegabytes{"records/megabytes", 500, 10, 10'000};
inline constexpr Setting<int> RecordWholeKilobytes{"records/wholeKilobytes", 1'000, 10,
                                                   100'000}; ///< larger payloads: changed ranges
} // namespace setting

/// Typed settings over QSettings. What is not a person's choice (column widths, the window's arrangement)
/// goes through store() under `window/`.
class Settings : public QObject {
  Q_OBJECT

public:
  explicit Settings(const QString &file, QObject *parent = nullptr);

  template <typename T>
  T value(const Setting<T> &setting) const {
    return setting.clamp(m_store.value(QLatin1String(setting.key), setting.fallback).template value<T>());
  }
  QString value(const Setting<const char *> &setting) const {
    return m_store.value(QLatin1String(setting.key), QLatin1String(setting.fallback)).toString();
  }
  /// Whether a person has chosen; otherwise value() is the fallback.
  template <typename T>
  bool isSet(const Setting<T> &setting) const {
    return m_store.contains(QLatin1String(setting.key));
  }
  template <typename T>
  void set(const Setting<T> &setting, std::type_identity_t<T> value) {
    write(setting.key, QVariant::fromValue(setting.clamp(value)));
  }
  void set(const Setting<const char *> &setting, const QString &value) { write(setting.key, value); }

  QSettings &store() { return m_store; }

signals:
  /// `key` is that of a Setting.
  void changed(const QString &key);

private:
  void write(const char *key, const QVariant &value);

  mutable QSettings m_store;
};

} // namespace oxp
