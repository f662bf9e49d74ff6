package org.openwaybill;

/** One member of a message. */
public final class Member {
    final String name;
    final Kind kind;
    final boolean isRequired;
    final boolean isPersonal;
    final boolean isPlain;

    private Member(String name, Kind kind, boolean isRequired, boolean isPersonal, boolean isPlain) {
        this.name = name;
        this.kind = kind;
        this.isRequired = isRequired;
        this.isPersonal = isPersonal;
        this.isPlain = isPlain;
    }

    /** One that is always there. */
    public static Member must(String name, Kind kind) {
        return new Member(name, kind, true, false, false);
    }

    /** One that may be absent. */
    public static Member may(String name, Kind kind) {
        return new Member(name, kind, false, false, false);
    }

    /** The same of class personal or above: it is never printed. */
    public Member personal() {
        return new Member(name, kind, isRequired, true, isPlain);
    }

    /** The same as plain text of a person or a place, in which a masked value is a mistake. */
    public Member plain() {
        return new Member(name, kind, isRequired, isPersonal, true);
    }
}
