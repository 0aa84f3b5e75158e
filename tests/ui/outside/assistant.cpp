// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outside/assistant.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp::test {
namespace {

constexpr int PatienceMs = 40'000, CallMs = 20'000;
constexpr int EnabledState = 8, ShowingState = 25; // AtspiStateType
constexpr uint KeySymbol = 3;                      // AtspiKeySynthType

const char *const AccessibleInterface = "org.a11y.atspi.Accessible";
const Accessible Root{QStringLiteral("org.a11y.atspi.Registry"),
                      QStringLiteral("/org/a11y/atspi/accessible/root")};

/// Views whose cells are nobody's child to look through: there may be thousands.
bool holdsCells(const QString &role) {
  static const QStringList roles{QStringLiteral("table"), QStringLiteral("tree"),
                                 QStringLiteral("tree table"), QStringLiteral("list")};
  return roles.contains(role);
}

QVariantList answer(const QDBusConnection &bus, const Accessible &thing, const char *interface,
                    const char *method, const QVariantList &arguments) {
  QDBusMessage message = QDBusMessage::createMethodCall(thing.service, thing.path, QLatin1String(interface),
                                                        QLatin1String(method));
  message.setArguments(arguments);
  const QDBusMessage reply = bus.call(message, QDBus::Block, CallMs);
  return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments() : QVariantList();
}

} // namespace

QVariantList Assistant::call(const Accessible &thing, const char *interface, const char *method,
                             const QVariantList &arguments) const {
  return m_bus ? answer(*m_bus, thing, interface, method, arguments) : QVariantList();
}

QVariant Assistant::property(const Accessible &thing, const char *interface, const char *property) const {
  const QVariantList got = call(thing, "org.freedesktop.DBus.Properties", "Get",
                                {QLatin1String(interface), QLatin1String(property)});
  return got.isEmpty() ? QVariant() : got.front().value<QDBusVariant>().variant();
}

bool Assistant::connectTo(const QString &sessionBus, const QString &program) {
  const QDBusConnection session =
      QDBusConnection::connectToBus(sessionBus, QStringLiteral("session of the test"));
  const Accessible bus{QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus")};
  const QVariantList address = answer(session, bus, "org.a11y.Bus", "GetAddress", {});
  if (address.isEmpty()) {
    qWarning("at-spi2-core is needed for this test");
    return false;
  }
  m_bus =
      QDBusConnection::connectToBus(address.front().toString(), QStringLiteral("accessibility of the test"));
  return waits(program, [&] {
    for (const Accessible &one : children(Root))
      if (name(one).contains(program, Qt::CaseInsensitive))
        m_program = one;
    return !m_program.isNull() && !children(m_program).isEmpty();
  });
}

bool Assistant::waits(const QString &what, const std::function<bool()> &until) const {
  if (QTest::qWaitFor(until, PatienceMs))
    return true;
  qWarning("never came: %s", qPrintable(what));
  return false;
}

QList<Accessible> Assistant::children(const Accessible &thing) const {
  QList<Accessible> found;
  const QVariantList got = call(thing, AccessibleInterface, "GetChildren");
  if (got.isEmpty())
    return found;
  const auto list = got.front().value<QDBusArgument>();
  list.beginArray();
  while (!list.atEnd()) {
    Accessible child;
    QDBusObjectPath path;
    list.beginStructure();
    list >> child.service >> path;
    list.endStructure();
    child.path = path.path();
    if (!child.isNull())
      found << child;
  }
  list.endArray();
  return found;
}

QString Assistant::name(const Accessible &thing) const {
  return property(thing, AccessibleInterface, "Name").toString();
}

QString Assistant::description(const Accessible &thing) const {
  return property(thing, AccessibleInterface, "Description").toString();
}

QString Assistant::role(const Accessible &thing) const {
  return call(thing, AccessibleInterface, "GetRoleName").value(0).toString();
}

bool Assistant::hasState(const Accessible &thing, int state) const {
  const QVariantList got = call(thing, AccessibleInterface, "GetState");
  if (got.isEmpty())
    return false;
  const QList<uint> words = qdbus_cast<QList<uint>>(got.front());
  return words.value(state / 32) >> (state % 32) & 1U;
}

bool Assistant::isEnabled(const Accessible &thing) const {
  return hasState(thing, EnabledState);
}

bool Assistant::isShowing(const Accessible &thing) const {
  return hasState(thing, ShowingState);
}

QString Assistant::text(const Accessible &thing) const {
  return call(thing, "org.a11y.atspi.Text", "GetText", {0, -1}).value(0).toString();
}

void Assistant::walk(const Accessible &within,
                     const std::function<bool(const Accessible &thing, const QString &role)> &wanted) const {
  QList<Accessible> look{within.isNull() ? m_program : within};
  while (!look.isEmpty()) {
    const Accessible thing = look.takeFirst();
    const QString itsRole = role(thing);
    if (wanted(thing, itsRole))
      return;
    if (!holdsCells(itsRole))
      look << children(thing);
  }
}

QList<Accessible> Assistant::findAll(const QString &wanted, const QString &wantedRole,
                                     const Accessible &within) const {
  QList<Accessible> found;
  walk(within, [&](const Accessible &thing, const QString &itsRole) {
    if ((wantedRole.isEmpty() || itsRole == wantedRole) && name(thing) == wanted && isShowing(thing))
      found << thing;
    return false;
  });
  return found;
}

QStringList Assistant::nameless() const {
  static const QStringList used{u"push button"_s, u"toggle button"_s, u"check box"_s, u"radio button"_s,
                                u"combo box"_s,   u"spin button"_s,   u"text"_s,      u"password text"_s,
                                u"page tab"_s,    u"list"_s,          u"table"_s,     u"tree"_s};
  QStringList found;
  walk({}, [&](const Accessible &thing, const QString &itsRole) {
    if (used.contains(itsRole) && name(thing).isEmpty() && isShowing(thing))
      found << itsRole + u' ' + thing.path + u' ' + description(thing);
    return false;
  });
  return found;
}

Accessible Assistant::find(const QString &wanted, const QString &wantedRole, const Accessible &within) const {
  Accessible found;
  walk(within, [&](const Accessible &thing, const QString &itsRole) {
    const bool item = itsRole == QStringLiteral("menu item") || itsRole == QStringLiteral("menu");
    const bool is = name(thing) == wanted && (wantedRole.isEmpty() || itsRole == wantedRole) &&
                    (item || isShowing(thing));
    if (is)
      found = thing;
    return is;
  });
  return found;
}

Accessible Assistant::see(const QString &wanted, const QString &wantedRole, const Accessible &within) {
  Accessible found;
  waits(wanted, [&] { return !(found = find(wanted, wantedRole, within)).isNull(); });
  return found;
}

bool Assistant::setText(const Accessible &thing, const QString &text) {
  return call(thing, "org.a11y.atspi.EditableText", "SetTextContents", {text}).value(0).toBool();
}

bool Assistant::setCaret(const Accessible &thing, int offset) {
  return call(thing, "org.a11y.atspi.Text", "SetCaretOffset", {offset}).value(0).toBool();
}

bool Assistant::press(const Accessible &thing) {
  if (thing.isNull() ||
      !waits(name(thing) + QStringLiteral(" to be enabled"), [&] { return isEnabled(thing); }))
    return false;
  return call(thing, "org.a11y.atspi.Action", "DoAction", {0}).value(0).toBool();
}

bool Assistant::press(const QString &wanted, const QString &wantedRole, const Accessible &within) {
  return press(see(wanted, wantedRole, within));
}

bool Assistant::focus(const Accessible &thing) {
  return call(thing, "org.a11y.atspi.Component", "GrabFocus").value(0).toBool();
}

bool Assistant::key(uint symbol) {
  const Accessible keyboard{Root.service, QStringLiteral("/org/a11y/atspi/registry/deviceeventcontroller")};
  call(keyboard, "org.a11y.atspi.DeviceEventController", "GenerateKeyboardEvent",
       {int(symbol), QString(), QVariant::fromValue(KeySymbol)});
  return true;
}

} // namespace oxp::test
