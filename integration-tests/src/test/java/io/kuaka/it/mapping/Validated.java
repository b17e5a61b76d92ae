package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;

/** Rules of Bean Validation, of which Hibernate makes rules of columns. */
public final class Validated {
    private Validated() {}

    interface Drafts {}

    @Embeddable
    static class Contact {
        @NotNull
        @Size(max = 50)
        String phone;

        @Email
        String mail;
    }

    @Entity(name = "Applicant")
    static class Applicant {
        @Id
        long id;

        @NotNull
        String surname;

        @NotBlank
        @Size(min = 2, max = 40)
        String name;

        @NotEmpty
        @Length(max = 20)
        String login;

        @Min(18)
        @Max(99)
        int age;

        @Range(min = 1, max = 5)
        Integer rating;

        @Digits(integer = 8, fraction = 2)
        BigDecimal salary;

        @NotNull(groups = Drafts.class)
        String later;

        @Min(0)
        @Column(name = "`count`")
        int quoted;

        @NotNull
        @Valid
        @Embedded
        Contact contact;
    }

    @Entity(name = "Intern")
    static class Intern extends Applicant {
        @NotNull
        String school;
    }
}
