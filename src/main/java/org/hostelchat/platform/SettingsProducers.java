package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.hostelchat.attachment.FileSettings;
import org.hostelchat.auth.AuthSettings;
import org.hostelchat.backup.BackupSettings;
import org.hostelchat.launch.Version;
import org.hostelchat.live.LiveSettings;
import org.hostelchat.live.transport.TransportKind;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.notice.NoticeSettings;
import org.hostelchat.page.PageSettings;
import org.hostelchat.platform.files.FilesFolder;
import org.hostelchat.platform.settings.HostelSettings;
import org.hostelchat.room.RoomSettings;
import org.hostelchat.security.SecuritySettings;
import org.hostelchat.transfer.TransferSettings;

/** Produces each package's settings record from the configuration. */
@ApplicationScoped
public class SettingsProducers {

    private static final long MEGABYTE = 1024 * 1024;

    private final HostelSettings settings = HostelSettings.current();

    @Produces
    @Dependent
    AuthSettings auth() {
        return new AuthSettings(
                settings.data().path(),
                Duration.ofHours(settings.number(HostelSettings.Key.SESSION_IDLE_HOURS)),
                Duration.ofDays(settings.number(HostelSettings.Key.SESSION_DAYS)),
                Duration.ofDays(settings.number(HostelSettings.Key.REMEMBER_DAYS)),
                Duration.ofDays(settings.number(HostelSettings.Key.INITIAL_PASSWORD_DAYS)),
                settings.zone(),
                settings.text(HostelSettings.Key.NAME),
                settings.text(HostelSettings.Key.PUBLIC_ADDRESS),
                settings.language());
    }

    /** The time of day, for whatever is stamped with it or lasts for days. It may be set back at any time. */
    @Produces
    @Dependent
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Dependent
    MessageSettings message() {
        return new MessageSettings(
                settings.number(HostelSettings.Key.QUEUE),
                settings.number(HostelSettings.Key.BATCH),
                settings.number(HostelSettings.Key.FLOOD_BURST),
                settings.number(HostelSettings.Key.FLOOD_RATE),
                settings.zone());
    }

    @Produces
    @Dependent
    BackupSettings backup() {
        return new BackupSettings(settings.data().path(), filesFolder().path(), Version.CURRENT);
    }

    @Produces
    @Dependent
    TransferSettings transfer() {
        return new TransferSettings(settings.data().path().resolve("handover/hostel.zip"), Version.CURRENT);
    }

    @Produces
    @Dependent
    RoomSettings room() {
        return new RoomSettings(settings.number(HostelSettings.Key.ROOMS_PER_STUDENT));
    }

    @Produces
    @Dependent
    FileSettings files() {
        return new FileSettings(
                settings.number(HostelSettings.Key.FILES_LARGEST) * MEGABYTE,
                settings.number(HostelSettings.Key.FILES_PER_PERSON) * MEGABYTE,
                settings.number(HostelSettings.Key.FILES_TOTAL) * MEGABYTE);
    }

    @Produces
    @Dependent
    FilesFolder filesFolder() {
        var folder = settings.text(HostelSettings.Key.FILES_FOLDER);
        return new FilesFolder(
                folder.isEmpty()
                        ? settings.data().path().resolve("files")
                        : Path.of(folder).toAbsolutePath());
    }

    @Produces
    @Dependent
    LiveSettings live() {
        return new LiveSettings(settings.number(HostelSettings.Key.CONNECTIONS_PER_USER));
    }

    @Produces
    @Dependent
    TransportKind transportKind() {
        return settings.transportKind();
    }

    @Produces
    @Dependent
    NoticeSettings notice() {
        return new NoticeSettings(settings.zone(), clock());
    }

    @Produces
    @Dependent
    SecuritySettings security() {
        return new SecuritySettings(
                settings.trustedProxies(), settings.number(HostelSettings.Key.TLS_PORT), settings.language());
    }

    @Produces
    @Dependent
    PageSettings page() {
        return new PageSettings(settings.text(HostelSettings.Key.NAME), settings.zone(), Version.CURRENT);
    }
}
