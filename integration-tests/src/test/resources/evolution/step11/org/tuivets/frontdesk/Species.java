package org.tuivets.frontdesk;

public enum Species {
    DOG,
    CAT,
    RABBIT,
    BIRD,
    HORSE
}
