// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/errorrow.h"

#include <QtGlobal>

#include <array>

namespace oxp {

/// What can go wrong before an encrypted connection stands: the codes of errors of kind Tls.
inline constexpr std::array TlsRows = {
    CodeRow{"CERTIFICATE",
            {QT_TRANSLATE_NOOP("ErrorText", "The certificate does not prove that this is your server."),
             QT_TRANSLATE_NOOP("ErrorText", "No name, password or command was sent.")}},
    CodeRow{"CHANGED-PIN",
            {QT_TRANSLATE_NOOP("ErrorText", "The server shows another certificate than the pinned one."),
             QT_TRANSLATE_NOOP("ErrorText", "Look at the certificate, and decide.")}},
    CodeRow{"SPEAKS-TLS",
            {QT_TRANSLATE_NOOP("ErrorText", "The server speaks only TLS on this port."),
             QT_TRANSLATE_NOOP("ErrorText", "Switch TLS on for this connection.")}},
    CodeRow{
        "NO-TLS",
        {QT_TRANSLATE_NOOP("ErrorText", "The server does not speak TLS on this port."),
         QT_TRANSLATE_NOOP("ErrorText", "Switch TLS off for this connection, or name its port for TLS.")}},
    CodeRow{"TLS-VERSION",
            {QT_TRANSLATE_NOOP("ErrorText", "The server speaks no version of TLS that is still safe."),
             QT_TRANSLATE_NOOP("ErrorText", "Whoever runs it has to allow TLS 1.2 or 1.3.")}},
    CodeRow{"CERT-WANTED",
            {QT_TRANSLATE_NOOP("ErrorText", "The server wants to see a client certificate."),
             QT_TRANSLATE_NOOP("ErrorText", "Name the certificate and its key for this connection.")}},
    CodeRow{"CERT-REFUSED",
            {QT_TRANSLATE_NOOP("ErrorText", "The server does not take this client certificate."),
             QT_TRANSLATE_NOOP("ErrorText", "Ask whoever runs it which one it takes, and until when.")}},
    CodeRow{"KEY-LOCKED",
            {QT_TRANSLATE_NOOP("ErrorText", "The key of the client certificate is encrypted."),
             QT_TRANSLATE_NOOP("ErrorText", "Enter its passphrase.")}},
    CodeRow{
        "KEY-PASSPHRASE",
        {QT_TRANSLATE_NOOP("ErrorText", "The passphrase does not unlock the key of the client certificate."),
         QT_TRANSLATE_NOOP("ErrorText", "Enter it again.")}},
    CodeRow{"KEY-MISMATCH",
            {QT_TRANSLATE_NOOP("ErrorText", "The key is not that of the client certificate."),
             QT_TRANSLATE_NOOP("ErrorText", "Name the file with its own key.")}},
    CodeRow{"KEY-FILE",
            {QT_TRANSLATE_NOOP("ErrorText", "The key of the client certificate cannot be read."),
             QT_TRANSLATE_NOOP("ErrorText", "Name a PEM file that holds it.")}},
    CodeRow{"CERT-FILE",
            {QT_TRANSLATE_NOOP("ErrorText", "The client certificate cannot be read."),
             QT_TRANSLATE_NOOP("ErrorText", "Name a PEM file that holds it.")}},
    CodeRow{"CA-FILE",
            {QT_TRANSLATE_NOOP("ErrorText", "The file with the certificate authority cannot be read."),
             QT_TRANSLATE_NOOP("ErrorText", "Name a PEM file that holds it.")}},
    CodeRow{"VERIFY-NAME",
            {QT_TRANSLATE_NOOP("ErrorText", "The name to verify is neither a name nor an address."),
             QT_TRANSLATE_NOOP("ErrorText", "Leave it empty to verify the host.")}},
    CodeRow{"SERVER-NAME",
            {QT_TRANSLATE_NOOP("ErrorText", "The server name is not a name."),
             QT_TRANSLATE_NOOP("ErrorText", "Leave it empty to ask for the host.")}},
};

} // namespace oxp
