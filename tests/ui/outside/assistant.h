// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace oxp::test {

/// One thing of a program, as AT-SPI names it.
struct Accessible {
  QString service, path;
  bool isNull() const { return path.isEmpty() || path.endsWith(QStringLiteral("/null")); }
  bool operator==(const Accessible &) const = default;
};

/// An assistive tool: sees a program by AT-SPI alone, over the bus. Whatever does not come in time is told as
/// a warning, and the call answers false.
class Assistant {
public:
  /// Finds the accessibility bus of a session bus and the program on it.
  bool connectTo(const QString &sessionBus, const QString &program);

  // --- looking
  Accessible program() const { return m_program; }
  QList<Accessible> children(const Accessible &thing) const;
  QString name(const Accessible &thing) const;
  QString description(const Accessible &thing) const;
  /// `push button`, `page tab`, `text`, …
  QString role(const Accessible &thing) const;
  bool isEnabled(const Accessible &thing) const;
  bool isShowing(const Accessible &thing) const;
  QString text(const Accessible &thing) const;
  /// The first that shows and is called so, by depth; empty when there is none. What stands in tables, trees
  /// and lists is left out.
  Accessible find(const QString &name, const QString &role = {}, const Accessible &within = {}) const;
  /// All that show and are called so, in the same order.
  QList<Accessible> findAll(const QString &name, const QString &role = {},
                            const Accessible &within = {}) const;
  /// What shows, can be used and has no name: nobody could be told of it, and nobody finds it.
  QStringList nameless() const;
  /// Waits for it.
  Accessible see(const QString &name, const QString &role = {}, const Accessible &within = {});
  bool waits(const QString &what, const std::function<bool()> &until) const;

  // --- doing
  bool setText(const Accessible &thing, const QString &text);
  bool setCaret(const Accessible &thing, int offset);
  /// By the action that it offers; waits until it is enabled.
  bool press(const Accessible &thing);
  bool press(const QString &name, const QString &role = QStringLiteral("push button"),
             const Accessible &within = {});
  bool focus(const Accessible &thing);
  /// A key by its X11 name's number, such as 0xff0d for Return, to whatever has the keyboard.
  bool key(uint symbol);

private:
  QVariantList call(const Accessible &thing, const char *interface, const char *method,
                    const QVariantList &arguments = {}) const;
  QVariant property(const Accessible &thing, const char *interface, const char *property) const;
  bool hasState(const Accessible &thing, int state) const;
  /// Goes through what is within something, by depth, until `wanted` says true of a thing and its role.
  void walk(const Accessible &within,
            const std::function<bool(const Accessible &thing, const QString &role)> &wanted) const;

  std::optional<QDBusConnection> m_bus;
  Accessible m_program;
};

} // namespace oxp::test
